using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>How a front end recognises, colours and saves a language.</summary>
internal sealed record LanguageInfo(string Name, string Version, string FileExtension, string MimeType, string Highlighter, string Help)
{
    /// <summary>The C# of .NET 10.</summary>
    public static LanguageInfo CSharp { get; } = new("C#", "14.0", ".cs", "text/x-csharp", "csharp", "https://learn.microsoft.com/dotnet/csharp/");

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
