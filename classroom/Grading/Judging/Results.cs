namespace Workbook.Grading;

/// <summary>What became of an exercise, in the words of the tables.</summary>
internal static class Outcomes
{
    public const string Passed = "passed", Failed = "failed", NotYet = "not yet", Missing = "missing", Stopped = "stopped", Tampered = "tampered", Unreadable = "not judged";
}

/// <summary>One exercise of one submission, graded.</summary>
internal sealed record ExerciseResult
{
    /// <summary>What the course calls it: <c>01.compute</c>.</summary>
    public required string Exercise { get; init; }

    /// <summary>What the tables call it: nbgrader's <c>grade_id</c>, else the same.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Outcomes"/>.</summary>
    public required string Verdict { get; init; }

    public required double Worth { get; init; }
    public double Points => Verdict == Outcomes.Passed ? Worth : 0;

    /// <summary>What the check found, or why there was no check.</summary>
    public string Finding { get; init; } = "";

    /// <summary>What the check says that helps, or why the answer is right.</summary>
    public string Help { get; init; } = "";

    public double Seconds { get; init; }
    public string Code { get; init; } = "";
    public string Printed { get; init; } = "";
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One submission, graded, or with the reason why it could not be.</summary>
internal sealed record SubmissionResult
{
    public required string Student { get; init; }
    public required string Assignment { get; init; }

    /// <summary>The file, as a lecturer knows it: below the folder that was graded.</summary>
    public required string File { get; init; }

    /// <summary>The course's notebook that it answers; empty where none was found.</summary>
    public string Notebook { get; init; } = "";

    /// <summary>Why it could not be graded; null where it was.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<ExerciseResult> Exercises { get; init; } = [];
    public IReadOnlyList<string> Remarks { get; init; } = [];
    public double Seconds { get; init; }
    public double Gigabytes { get; init; }
    public double Points => Exercises.Sum(exercise => exercise.Points);
    public double Worth => Exercises.Sum(exercise => exercise.Worth);
}
