namespace Workbook.Course;

/// <summary>An experiment as a record: every property documents its default and the reason, and a variation is <c>with</c>.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IRun<out TSelf>
{
    /// <summary>The same experiment in seconds: large enough to show the point, small enough to run at every change.</summary>
    TSelf Smoke();

    /// <summary>The same experiment with a GPU's patience.</summary>
    TSelf Longer();
}
