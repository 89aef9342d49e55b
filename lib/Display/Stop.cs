namespace Workbook.Display;

/// <summary>The wish of the person at the screen that what is running should stop.</summary>
public static class Stop
{
    private static CancellationToken? given;

    /// <summary>Long loops poll it. It is the token of the cell that runs, in a kernel; a program without one may put its own here.</summary>
    public static CancellationToken Token
    {
        get => given ?? Interactive.Token ?? CancellationToken.None;
        set => given = value.CanBeCanceled ? value : null;
    }
}
