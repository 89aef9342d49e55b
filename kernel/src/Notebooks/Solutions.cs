using System.Text.RegularExpressions;

namespace Workbook.Kernel.Notebooks;

/// <summary>The answers to the exercises of one notebook: sections of a C# file that begin with <c>// %% 01.compute</c>.</summary>
/// <remarks>Beside the answer may stand others, to try the check with: <c>// %% 01.compute right</c>, <c>// %% 01.compute wrong: forgets the sign</c>.</remarks>
public sealed partial class Solutions
{
    /// <summary>What a statement that judges an answer begins with.</summary>
    public const string Check = "Check.";

    /// <summary>No solutions: every cell runs as it is.</summary>
    public static Solutions None { get; } = new();

    /// <summary>Whether an exercise runs once for every answer, the one that is not on trial last.</summary>
    public bool EveryAnswer { get; private init; }

    /// <summary>All sections, in the order of the file.</summary>
    public IReadOnlyList<Answer> Answers { get; private init; } = [];

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
        var answers = new List<Answer>();
        var headings = Heading().Matches(text);
        for (var i = 0; i < headings.Count; i++)
        {
            var (start, exercise) = (headings[i].Index + headings[i].Length, headings[i].Groups[1].Value);
            var code = text[start..(i + 1 < headings.Count ? headings[i + 1].Index : text.Length)].Trim('\n', '\r');
            if (Checking().IsMatch(code)) throw new InvalidDataException($"the solution of {exercise} has a {Check} of its own; the check stands once, in the notebook.");
            answers.Add(new(exercise, headings[i].Value.TrimEnd(), headings[i].Groups[2].Value, code));
        }
        return new() { EveryAnswer = everyAnswer, Answers = answers };
    }

    /// <summary>What runs in place of an exercise's scaffold: its answer, or every one of them, those on trial first; nothing where it has none.</summary>
    public IReadOnlyList<Answer> For(string? exercise) =>
        [.. Answers.Where(answer => answer.Exercise == exercise && (EveryAnswer || !answer.IsTrial)).OrderByDescending(answer => answer.IsTrial)];

    [GeneratedRegex(@"^// %% (\S+)(?: (right|wrong)\b)?[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bCheck\.")]
    private static partial Regex Checking();
}

/// <summary>A section of a notebook's solutions.</summary>
/// <param name="Exercise">The exercise that it answers.</param>
/// <param name="Heading">Its first line: <c>// %% 01.bug wrong: the sign stays</c>.</param>
/// <param name="Trial">"right" or "wrong" where it is there to try the check with, else empty.</param>
/// <param name="Code">What follows.</param>
public sealed record Answer(string Exercise, string Heading, string Trial, string Code)
{
    /// <summary>Whether it is one to try the check with.</summary>
    public bool IsTrial => Trial != "";

    /// <summary>Whether a check must refuse it.</summary>
    public bool IsWrong => Trial == "wrong";
}
