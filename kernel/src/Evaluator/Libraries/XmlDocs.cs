using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>The XML documentation beside an assembly.</summary>
/// <remarks>The file is read through for every member asked for: the framework's are large, and questions are few.</remarks>
internal sealed class XmlDocs(string assembly) : DocumentationProvider
{
    private readonly string file = Path.ChangeExtension(assembly, ".xml");
    private readonly ConcurrentDictionary<string, string> asked = [];

    /// <summary>The element of a member (<c>T:System.String</c>), or the empty string.</summary>
    public string Of(string member) => asked.GetOrAdd(member, Find);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        asked.GetOrAdd(documentationMemberID, Find);

    public override bool Equals(object? obj) => obj is XmlDocs other && other.file == file;

    public override int GetHashCode() => file.GetHashCode(StringComparison.Ordinal);

    // A missing or damaged file documents nothing; it must not keep a cell from running.
    private string Find(string member)
    {
        if (!File.Exists(file)) return "";
        try
        {
            using var reader = XmlReader.Create(file);
            while (reader.ReadToFollowing("member"))
                if (reader.GetAttribute("name") == member) return reader.ReadOuterXml();
        }
        catch (XmlException)
        {
        }
        return "";
    }
}
