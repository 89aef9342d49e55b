using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Of a type that a cell names without its namespace: which namespace that is.</summary>
internal static class UsingAdvice
{
    private const int Most = 3;
    private static readonly string[] unknown = ["CS0103", "CS0246"];

    /// <summary>The sentences; null where no library in reach has types of the names that are missing.</summary>
    public static string? On(IEnumerable<Diagnostic> errors, References references)
    {
        var sentences = errors.Where(error => unknown.Contains(error.Id)).Select(Name).Where(name => name != "").Distinct().Select(name => Sentence(name, references)).OfType<string>().Take(Most).ToList();
        return sentences.Count == 0 ? null : string.Join('\n', sentences);
    }

    private static string Name(Diagnostic error) => error.Location.SourceTree?.GetRoot().FindToken(error.Location.SourceSpan.Start).ValueText ?? "";

    private static string? Sentence(string name, References references) => references.NamespacesOf(name) switch
    {
        [] => name == "args" ? "A cell gets no arguments: write string[] args = []; before." : null,
        [var only] => $"{name} is in {only}: write using {only}; at the cell's head.",
        var several => $"{name} is in {string.Join(", ", several.Take(Most).SkipLast(1))} and {several.Take(Most).Last()}: write using and one of them at the cell's head.",
    };
}
