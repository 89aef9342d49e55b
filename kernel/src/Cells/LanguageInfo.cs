using System.Text.Json.Nodes;

namespace Workbook.Kernel.Cells;

/// <summary>How a front end recognises, colours and saves a language, and what its Help menu offers.</summary>
internal sealed record LanguageInfo(string Name, string Version, string FileExtension, string MimeType, string Highlighter, IReadOnlyList<LanguageInfo.Link> Help)
{
    /// <summary>The C# of .NET 10.</summary>
    public static LanguageInfo CSharp { get; } = new("C#", "14.0", ".cs", "text/x-csharp", "csharp",
    [
        new("C# language", "https://learn.microsoft.com/dotnet/csharp/"),
        new(".NET API browser", "https://learn.microsoft.com/dotnet/api/?view=net-10.0"),
    ]);

    /// <summary>An entry of the Help menu.</summary>
    public sealed record Link(string Text, string Url);

    /// <summary>As the reply to kernel_info wants it.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["version"] = Version,
        ["mimetype"] = MimeType,
        ["file_extension"] = FileExtension,
        ["pygments_lexer"] = Highlighter,
        ["codemirror_mode"] = MimeType,
        ["nbconvert_exporter"] = "script",
    };
}
