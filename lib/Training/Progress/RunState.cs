namespace Workbook.Training;

/// <summary>How a run stands.</summary>
public enum RunState
{
    /// <summary>More steps follow.</summary>
    Running,

    /// <summary>It has come where it was to end.</summary>
    Finished,

    /// <summary>It was stopped, by a person or by a loss that is not finite; it may go on later.</summary>
    Stopped,
}
