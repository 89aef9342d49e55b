namespace Workbook.Course;

/// <summary>How large the experiments of a notebook are: smoke, as written, or longer where a GPU is at hand.</summary>
public static class Scale
{
    /// <summary>Whether the notebook is only to show that it runs; the variable WORKBOOK_SMOKE says so.</summary>
    public static bool IsSmoke => Environment.GetEnvironmentVariable("WORKBOOK_SMOKE") == "1";

    /// <summary>The experiment at the scale that fits: its smoke twin when asked, its longer twin on a GPU, else itself.</summary>
    public static TRun AtScale<TRun>(this TRun run) where TRun : IRun<TRun> => IsSmoke ? run.Smoke() : Compute.HasGpu ? run.Longer() : run;

    /// <summary>A number at the scale that fits: the first as a rule, the second for a smoke run.</summary>
    public static T Of<T>(T usual, T smoke) => IsSmoke ? smoke : usual;
}

/// <summary>An experiment as a record: every property documents its default and the reason, and a variation is <c>with</c>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRun<out TSelf>
{
    /// <summary>The same experiment in seconds: large enough to show the point, small enough to run at every change.</summary>
    TSelf Smoke();

    /// <summary>The same experiment at the scale of a GPU.</summary>
    TSelf Longer();
}
