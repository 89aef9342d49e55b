using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Workbook.Figures;

/// <summary>A figure as a fragment of a page: its summary in words, and a script that finds a local plotly.js and draws over it.</summary>
internal static class Page
{
    public const string PlotlyMime = "application/vnd.plotly.v1+json";

    private static readonly string Draw = Resource("draw.js"), Find = Resource("find.js");

    /// <summary>The fragment is the same for the same figure. Where scripts are not run, the words stay.</summary>
    public static string Fragment(string json, string summary)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        var words = WebUtility.HtmlEncode(summary);
        var figure = json.Replace("<", "\\u003c", StringComparison.Ordinal);        // no </script> within the script
        return $"""
            <div class="workbook-figure" data-figure="{key}" role="img" aria-label="{words}"><pre>{words}</pre></div>
            <script>
            {Draw}{Find}workbookFind("{key}", {figure});
            </script>
            """;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of {typeof(Page).Assembly.GetName().Name}.dll: build lib/Figures anew.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
