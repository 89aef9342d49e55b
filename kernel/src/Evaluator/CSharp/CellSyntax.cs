using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A cell's text as a tree: what the script dialect misreads at the top of a cell is read as a method's body would be.</summary>
/// <remarks>For the parser such a place is covered by something of the same length, and then the right nodes are put there: every character stays where it was.</remarks>
internal static class CellSyntax
{
    private const int MostCopies = 100;

    /// <summary>The tree as it was meant.</summary>
    public static SyntaxTree Read(SyntaxTree tree)
    {
        var text = tree.ToString();
        var awaits = text.Contains(TopLevelAwait.Word, StringComparison.Ordinal) ? TopLevelAwait.Places(tree) : [];
        var covered = awaits.Count == 0 ? tree : Parse(text = TopLevelAwait.Cover(text, awaits), tree.Options);
        var copies = new List<(int Start, ExpressionSyntax Expression)>();
        while (text.Contains(TopLevelWith.Word, StringComparison.Ordinal) && copies.Count < MostCopies && TopLevelWith.Misread(covered, text) is { } copy)
        {
            copies.Add(copy);
            covered = Parse(text = TopLevelWith.Cover(text, copy), tree.Options);
        }
        if (covered == tree) return tree;
        var root = covered.GetRoot();
        foreach (var copy in copies) root = TopLevelWith.Uncover(root, copy);
        root = TopLevelAwait.Uncover(root, awaits);
        return root.ToFullString() == tree.ToString() ? tree.WithRootAndOptions(root, tree.Options) : tree;          // what covers could not be found again was no such place
    }

    private static SyntaxTree Parse(string text, ParseOptions options) => CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)options);
}
