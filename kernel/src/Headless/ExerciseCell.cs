using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless;

/// <summary>The cell of an exercise: a scaffold, which throws until somebody answers, and the check of what stands in its place.</summary>
internal static class ExerciseCell
{
    private const string Untouched = nameof(NotImplementedException);

    /// <summary>What runs for a cell: an exercise with its answer, or each of its answers, in place of its scaffold; any other cell as it is.</summary>
    public static IEnumerable<Attempt> Attempts(NotebookCell cell, Solutions solutions) => cell.Exercise is { } exercise && solutions.For(exercise) is { Count: > 0 } answers
        ? answers.Select(answer => new Attempt(solutions.EveryAnswer ? answer.Heading : null, Answered(exercise, cell.Source, answer.Code)))
        : [new(null, cell.Source)];

    /// <summary>
    /// The cell with an answer in place of its scaffold. The scaffold is every function, type or statement at the cell's top level that throws a
    /// <see cref="NotImplementedException"/>; all else stays as it is, the check and what only the check needs.
    /// </summary>
    /// <exception cref="InvalidDataException">There is nothing to answer, or no check that would judge the answer.</exception>
    public static string Answered(string exercise, string cell, string answer)
    {
        var members = CSharpSyntaxTree.ParseText(cell, Compiler.Syntax).GetCompilationUnitRoot().Members;
        var scaffold = members.Where(member => member.ToString().Contains(Untouched, StringComparison.Ordinal)).ToList();
        if (scaffold.Count == 0) throw new InvalidDataException($"exercise {exercise}: nothing in its cell throws a {Untouched}, so there is no place for an answer.");
        if (!members.Except(scaffold).Any(IsCheck)) throw new InvalidDataException($"exercise {exercise}: no statement of its cell begins with {Solutions.Check} outside the scaffold, so nothing would judge the answer.");
        foreach (var member in Enumerable.Reverse(scaffold))
        {
            var (start, end, text) = member == scaffold[0] ? (member.Span.Start, member.Span.End, answer) : (member.FullSpan.Start, member.FullSpan.End, "");
            cell = cell[..start] + text + cell[end..];
        }
        return cell;
    }

    private static bool IsCheck(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax && member.ToString().StartsWith(Solutions.Check, StringComparison.Ordinal);
}

/// <summary>One thing to run for a cell.</summary>
/// <param name="Heading">The heading of the answer that is being tried, which its outputs then begin with; null where there is nothing to tell apart.</param>
/// <param name="Source">The code.</param>
internal sealed record Attempt(string? Heading, string Source);
