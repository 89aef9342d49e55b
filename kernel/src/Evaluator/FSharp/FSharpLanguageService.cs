using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Symbols;
using FSharp.Compiler.Tokenization;
using Microsoft.FSharp.Collections;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>Answers the questions about F# text: what could follow, what is this, is it whole.</summary>
internal static class FSharpLanguageService
{
    private const int Most = 300;

    /// <summary>Names in scope, or members behind a dot, that begin with what stands before the cursor.</summary>
    public static Completions Complete(FSharpSession session, string text, int cursor)
    {
        var (line, column, typed) = Place(text, cursor);
        var partial = QuickParse.GetPartialLongNameEx(typed, column - 1);
        var (parse, check) = session.Check(text);
        var found = check.GetDeclarationListInfo(parse, line, typed, partial, null, null, null).Items
            .Select(item => new Completion(item.NameInCode, item.Glyph.ToString().ToLowerInvariant(), ""))
            .Concat(partial.QualifyingIdents.IsEmpty ? Keywords() : [])
            .Where(item => item.Text.StartsWith(partial.PartialIdent, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.Text.StartsWith(partial.PartialIdent, StringComparison.Ordinal))
            .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Most);
        return new(cursor - partial.PartialIdent.Length, cursor, [.. found]);
    }

    /// <summary>Signature and documentation of the name at the cursor.</summary>
    public static MimeBundle? Inspect(FSharpSession session, string text, int cursor)
    {
        var (line, column, typed) = Place(text, cursor);
        if (QuickParse.GetCompleteIdentifierIsland(true, typed, column)?.Value is not { } island) return null;
        var names = ListModule.OfSeq(island.Item1.Split('.'));
        var tip = session.Check(text).Check.GetToolTip(line, island.Item2, typed, names, FSharpTokenTag.Identifier, null);
        var said = tip.Item.OfType<ToolTipElement.Group>().SelectMany(group => group.elements).Select(Text).Where(part => part.Length > 0).Take(5).ToList();
        return said.Count == 0 ? null : MimeBundle.Plain(string.Join("\n\n", said));
    }

    /// <summary>An error at the text's end asks for more; one before it makes the text wrong.</summary>
    public static Completeness IsComplete(FSharpSession session, string text)
    {
        var errors = session.Parse(text).Diagnostics.Where(diagnostic => diagnostic.Severity.Equals(FSharpDiagnosticSeverity.Error)).ToList();
        if (errors.Count == 0) return Completeness.Complete;
        var last = text.TrimEnd().Split('\n').Length;
        return FSharpText.EndsInLiteral(text) || errors.TrueForAll(error => error.EndLine >= last) ? Completeness.Incomplete : Completeness.Invalid;
    }

    private static string Text(ToolTipElementData data)
    {
        var documentation = data.XmlDoc switch
        {
            FSharpXmlDoc.FromXmlText written => string.Join('\n', written.Item.UnprocessedLines).Trim(),
            FSharpXmlDoc.FromXmlFile file => Documentation.Summary(new XmlDocs(file.dllName).Of(file.xmlSig)),
            _ => "",
        };
        return documentation.Length == 0 ? data.MainDescription.Text : $"{data.MainDescription.Text}\n{documentation}";
    }

    private static IEnumerable<Completion> Keywords() =>
        FSharpKeywords.KeywordsWithDescription.Select(keyword => new Completion(keyword.Item1, "keyword", keyword.Item2));

    // Lines count from 1, columns from 0.
    private static (int Line, int Column, string Typed) Place(string text, int cursor)
    {
        var before = text[..cursor];
        var start = before.LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', cursor) is var found and >= 0 ? found : text.Length;
        return (before.Count(character => character == '\n') + 1, cursor - start, text[start..end]);
    }
}
