using System.Text.RegularExpressions;

namespace Workbook.Kernel;

/// <summary>The answers to the exercises of one notebook: sections of a C# file that begin with <c>// %% 01.compute</c>.</summary>
/// <remarks>Beside the answer may stand others, to try the check with: <c>// %% 01.compute right</c>, <c>// %% 01.compute wrong: forgets the sign</c>.</remarks>
internal sealed partial class Solutions
{
    /// <summary>What a statement that judges an answer begins with.</summary>
    public const string Check = "Check.";

    private readonly List<Answer> answers = [];

    // A section: its heading, whether it is one of those to try the check with, and the code.
    private sealed record Answer(string Heading, string Exercise, bool IsTrial, string Code);

    /// <summary>No solutions: every cell runs as it is.</summary>
    public static Solutions None { get; } = new();

    /// <summary>Whether an exercise runs once for every answer, the one that is not on trial last.</summary>
    public bool EveryAnswer { get; private init; }

    /// <summary>The solutions of a notebook: the file of its name in the folder; none where there is no such file.</summary>
    public static Solutions For(Notebook notebook, string folder, bool everyAnswer = false)
    {
        var file = Path.Combine(folder, notebook.Name + ".cs");
        return File.Exists(file) ? Parse(File.ReadAllText(file), everyAnswer) : None;
    }

    /// <summary>Takes a file apart at its headings.</summary>
    /// <exception cref="InvalidDataException">An answer brings a check of its own.</exception>
    public static Solutions Parse(string text, bool everyAnswer = false)
    {
        var solutions = new Solutions { EveryAnswer = everyAnswer };
        var headings = Heading().Matches(text);
        for (var i = 0; i < headings.Count; i++)
        {
            var (start, exercise) = (headings[i].Index + headings[i].Length, headings[i].Groups[1].Value);
            var code = text[start..(i + 1 < headings.Count ? headings[i + 1].Index : text.Length)].Trim('\n', '\r');
            if (Checking().IsMatch(code)) throw new InvalidDataException($"the solution of {exercise} has a {Check} of its own; the check stands once, in the notebook.");
            solutions.answers.Add(new(headings[i].Value.TrimEnd(), exercise, headings[i].Groups[2].Success, code));
        }
        return solutions;
    }

    /// <summary>What runs for a cell: an exercise with its answer, or each of its answers, in place of its scaffold; any other cell as it is.</summary>
    public IEnumerable<Attempt> For(NotebookCell cell)
    {
        if (cell.Exercise is not { } exercise || answers.Where(answer => answer.Exercise == exercise && (EveryAnswer || !answer.IsTrial)).ToList() is not { Count: > 0 } some)
            return [new(null, cell.Source)];
        return some.OrderByDescending(answer => answer.IsTrial).Select(answer => new Attempt(EveryAnswer ? answer.Heading : null, ExerciseCell.Answered(exercise, cell.Source, answer.Code)));
    }

    [GeneratedRegex(@"^// %% (\S+)(?: (right|wrong)\b)?[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bCheck\.")]
    private static partial Regex Checking();
}

/// <summary>One thing to run for a cell.</summary>
/// <param name="Heading">The heading of the answer that is being tried, which its outputs then begin with; null where there is nothing to tell apart.</param>
/// <param name="Source">The code.</param>
internal sealed record Attempt(string? Heading, string Source);
