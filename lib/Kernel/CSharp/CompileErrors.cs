using Microsoft.CodeAnalysis;

namespace Workbook.Kernel;

/// <summary>What the compiler refused, as one error: code, place, excerpt and caret for each.</summary>
internal static class CompileErrors
{
    private const int Most = 10;

    /// <summary>The errors in the order of the text, the first ten in full.</summary>
    public static CellError Describe(IReadOnlyCollection<Diagnostic> diagnostics, Sources sources)
    {
        var errors = diagnostics.OrderBy(error => error.Location.SourceSpan.Start).ToList();
        var lines = errors.Take(Most).SelectMany(error => Lines(error, sources)).ToList();
        if (errors.Count > Most) lines.Add($"… and {errors.Count - Most} more errors.");
        return new("CompileError", Headline(errors[0]), lines);
    }

    private static string Headline(Diagnostic error) => $"{error.Id}: {error.GetMessage()}";

    private static IEnumerable<string> Lines(Diagnostic error, Sources sources)
    {
        var place = error.Location.GetLineSpan();
        var at = place.StartLinePosition;
        if (sources.Find(place.Path) is not { } source) return [Ansi.Red(Headline(error))];
        return [$"{Ansi.Red(Headline(error))}", $"  at {Path.GetFileName(place.Path)}, line {at.Line + 1}, column {at.Character + 1}", .. Excerpt.Of(source, at.Line, at.Character)];
    }
}
