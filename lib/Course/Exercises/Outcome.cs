namespace Workbook.Course;

/// <summary>What became of an exercise.</summary>
public enum Outcome
{
    /// <summary>The answer is right.</summary>
    Passed,

    /// <summary>There is an answer, and it is not right.</summary>
    Failed,

    /// <summary>The exercise still has the line that is to be replaced.</summary>
    NotYet,
}
