namespace Workbook.Grading;

/// <summary>What a step of a run is for.</summary>
internal enum StepKind
{
    /// <summary>A cell of the course, as the course has it.</summary>
    Course,

    /// <summary>A cell that the student added.</summary>
    Extra,

    /// <summary>The student's answer to an exercise, without a check.</summary>
    Answer,

    /// <summary>The course's check of it.</summary>
    Check,
}

/// <summary>One thing that is run for a submission.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Cell">What a person calls it: "cell 7", "01.compute".</param>
/// <param name="Source">Its code.</param>
/// <param name="Answer">The exercise that it belongs to; null for other cells.</param>
/// <param name="Language">What it is written in; null for C#.</param>
/// <param name="MayFail">Whether its author meant an error.</param>
internal sealed record Step(StepKind Kind, string Cell, string Source, AnsweredExercise? Answer = null, string? Language = null, bool MayFail = false)
{
    /// <summary>Whether the student wrote it.</summary>
    public bool IsStudents => Kind != StepKind.Course;
}

/// <summary>An exercise with what a student made of it.</summary>
/// <param name="Exercise">The course's.</param>
/// <param name="Place">Which of the submission's cells answers it, counted from 0; −1 where none does.</param>
/// <param name="Code">The student's code, without the checks in it; empty where there is none.</param>
/// <param name="Barrier">Why it is not run: missing, another language; null where it is.</param>
internal sealed record AnsweredExercise(CourseExercise Exercise, int Place, string Code, string? Barrier)
{
    /// <summary>What a person ought to look at.</summary>
    public List<string> Signs { get; } = [];

    /// <summary>What the page says beside the verdict.</summary>
    public List<string> Notes { get; } = [];
}
