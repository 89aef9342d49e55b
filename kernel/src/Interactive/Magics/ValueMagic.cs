using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!value --name x</c>: keeps the lines below it as a text that <c>#!share --from value x</c> hands out.</summary>
internal sealed class ValueMagic : Magic
{
    private static readonly HttpClient client = new();

    public override string Name => "#!value";
    public override string Help => "#!value --name x keeps the lines below it (or --from-file FILE, --from-url ADDRESS) as a text for #!share --from value x";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["name", "from-file", "from-url", "mime-type"]);
        if (options["name"] is not { } name) throw call.Fail("It is written #!value --name x.");
        var text = options["from-file"] is { } file ? Read(call, file) : options["from-url"] is { } address ? Fetch(call, address) : call.Block.Text;
        call.Cell.Kernels.SendSilently(new SendValue(name, null, new FormattedValue(options["mime-type"] ?? "text/plain", text), "value"));
        return options["mime-type"] is { } mime ? Shown(text, mime) : null;
    }

    private static MimeBundle Shown(string text, string mime) =>
        mime == "application/json" ? MimeBundle.Plain(text).With(mime, JsonNode.Parse(text)!) : MimeBundle.Plain(text).With(mime, text);

    private static string Read(MagicCall call, string file)
    {
        OnlyOne(call, "file");
        var path = Path.GetFullPath(file, call.Folder);
        return File.Exists(path) ? File.ReadAllText(path) : throw call.Fail($"There is no file {file} in {Path.GetFileName(call.Folder)}/.");
    }

    private static string Fetch(MagicCall call, string address)
    {
        OnlyOne(call, "address");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https")) throw call.Fail($"{address} is no address of the web.");
        try
        {
            var text = "";
            var interruptible = call.Cell.Evaluator.Interruptible;
            interruptible.Run(async () => text = await client.GetStringAsync(place, interruptible.Token));
            return text;
        }
        catch (HttpRequestException problem)
        {
            throw call.Fail($"{address} cannot be had: {problem.Message}");
        }
    }

    private static void OnlyOne(MagicCall call, string other)
    {
        if (!string.IsNullOrWhiteSpace(call.Block.Text)) throw call.Fail($"The text comes from the {other} or from the lines below, not from both.");
    }
}
