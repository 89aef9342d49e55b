namespace TorchSharp;

/// <summary>Counts of things made, disposed and handed about, on one thread.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }
    public long DisposedOutsideScopeCount { get; internal set; }
    public long CreatedInScopeCount { get; internal set; }
    public long DisposedInScopeCount { get; internal set; }
    public long AttachedToScopeCount { get; internal set; }
    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made less disposed, of those whose life the thread has seen.</summary>
    public long ThreadTotalLiveCount =>
        CreatedInScopeCount - DisposedInScopeCount + (CreatedOutsideScopeCount - DisposedOutsideScopeCount);

    public void Reset() =>
        CreatedOutsideScopeCount = DisposedOutsideScopeCount = CreatedInScopeCount = DisposedInScopeCount =
            AttachedToScopeCount = DetachedFromScopeCount = 0;

    public override string ToString() =>
        $"in scopes {CreatedInScopeCount} made, {DisposedInScopeCount} disposed; outside {CreatedOutsideScopeCount} made, " +
        $"{DisposedOutsideScopeCount} disposed; {AttachedToScopeCount} attached, {DetachedFromScopeCount} detached; {ThreadTotalLiveCount} live";
}
