using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>XML documentation → Markdown.</summary>
internal static partial class Documentation
{
    private const int DeepestInheritance = 5;

    public static bool Has(ISymbol symbol) => Read(symbol, 0) is not null;

    /// <summary>Summary, parameters and result; in detail also remarks, exceptions and examples.</summary>
    public static string Of(ISymbol symbol, bool detailed)
    {
        if (Read(symbol, 0) is not { } docs) return "";
        var parts = new List<string> { Text(docs.Element("summary")) };
        parts.Add(Table(docs.Elements("param"), "name"));
        if (docs.Element("returns") is { } returns) parts.Add($"Returns: {Text(returns)}");
        if (docs.Element("value") is { } value) parts.Add(Text(value));
        if (detailed)
        {
            parts.Add(Text(docs.Element("remarks")));
            parts.Add(Table(docs.Elements("exception"), "cref"));
            parts.Add(Text(docs.Element("example")));
        }
        return string.Join("\n\n", parts.Where(part => part != ""));
    }

    /// <summary>The summary of a member's element; empty where there is none.</summary>
    public static string Summary(string member)
    {
        try
        {
            return member.Length == 0 ? "" : Text(XElement.Parse(member).Element("summary"));
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static XElement? Read(ISymbol symbol, int depth)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) xml = (symbol as IMethodSymbol)?.ReducedFrom?.GetDocumentationCommentXml() ?? symbol.OriginalDefinition.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            var docs = XElement.Parse($"<docs>{xml}</docs>");
            docs = docs.Element("member") ?? docs;
            return docs.Element("inheritdoc") is not null && depth < DeepestInheritance && Inherited(symbol) is { } source ? Read(source, depth + 1) : docs;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private static string Table(IEnumerable<XElement> elements, string key) => string.Join('\n',
        elements.Select(element => $"- `{ShortName((string?)element.Attribute(key) ?? "")}`: {Text(element)}"));

    private static string Text(XElement? element) => element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(Inline)), " ").Replace(" \n", "\n").Trim();

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value.ReplaceLineEndings(" "),
        XElement { Name.LocalName: "see" or "seealso" } see => $"`{ShortName((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? see.Value)}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{(string?)reference.Attribute("name")}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "code" } block => $"\n```csharp\n{block.Value.Trim('\n')}\n```\n",
        XElement { Name.LocalName: "para" } paragraph => $"\n\n{Text(paragraph)}\n\n",
        XElement { Name.LocalName: "item" } item => $"\n- {Text(item)}",
        XElement { Name.LocalName: "listheader" } head => $"\n\n{Text(head)}\n",
        XElement { Name.LocalName: "term", NextNode: not null } term => $"{Text(term)}: ",
        XElement element => string.Concat(element.Nodes().Select(Inline)),
        _ => "",
    };

    // `M:System.Math.Abs(System.Int32)` → `Math.Abs`
    private static string ShortName(string reference)
    {
        var name = reference.Split('(')[0];
        if (name.Length < 2 || name[1] != ':') return name;
        var parts = name[2..].Split('.');
        return Arity().Replace(name[0] is 'T' or 'N' || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}", "");
    }

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
