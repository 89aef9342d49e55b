using System.Collections.Concurrent;

namespace Workbook.Widgets;

/// <summary>The widgets that have a twin in the page, and what keeps them.</summary>
/// <remarks>
/// A page does not say when it has thrown a view away. So a widget is held by the run of the cell that showed it, and let go when the cell
/// is run again; what a variable still refers to lives on, the rest is collected and its twin closed. Where the page does not say which
/// cell it runs, cells of the same text count as one; there may be several of them, so the newest eight runs are kept.
/// </remarks>
internal sealed class OpenWidgets
{
    private const int RunsOfOneText = 8;
    private readonly ConcurrentDictionary<string, WeakReference<Widget>> open = new();
    private readonly Lock gate = new();                  // a task that a cell left behind may show widgets too
    private readonly List<Run> runs = [];

    /// <summary>One run of a cell: what it showed lives as long as this is kept.</summary>
    internal sealed record Run(Request Request, string Cell, bool IsNamed)
    {
        public HashSet<Widget> Shown { get; } = [];
    }

    /// <summary>Every widget that can be reached, with its name.</summary>
    public IEnumerable<Widget> Open => open.Values.Select(reference => reference.TryGetTarget(out var widget) ? widget : null).OfType<Widget>();

    /// <summary>A cell begins.</summary>
    public void Begin(Request request)
    {
        var id = request.Message.Metadata["cellId"]?.ToString();
        var run = new Run(request, id ?? request.Text("code"), id is not null);
        lock (gate)
        {
            var earlier = runs.FindAll(other => other.Cell == run.Cell && other.IsNamed == run.IsNamed);
            foreach (var old in earlier.SkipLast(run.IsNamed ? 0 : RunsOfOneText - 1)) runs.Remove(old);
            runs.RemoveAll(other => other.Shown.Count == 0);
            runs.Add(run);
        }
    }

    /// <summary>A widget has got its twin.</summary>
    public void Add(Widget widget) => open[widget.Id] = new(widget);

    /// <summary>The cell that runs, or whose widget is being handled, shows a widget.</summary>
    public void Hold(Widget widget, Widget? handled)
    {
        lock (gate) (RunOf(handled) ?? runs.LastOrDefault())?.Shown.Add(widget);
    }

    /// <summary>The run of the cell in which a widget is seen.</summary>
    public Run? RunOf(Widget? widget)
    {
        lock (gate) return widget is null ? null : runs.FindLast(run => run.Shown.Any(shown => shown == widget || Contains(shown, widget)));
    }

    /// <summary>The widget of that name.</summary>
    public Widget? Find(string id) => open.TryGetValue(id, out var reference) && reference.TryGetTarget(out var widget) ? widget : null;

    /// <summary>Whether there is a widget of that name.</summary>
    public bool Has(string id) => open.ContainsKey(id);

    /// <summary>A widget's twin is gone.</summary>
    public void Remove(Widget widget)
    {
        open.TryRemove(widget.Id, out _);
        lock (gate) runs.ForEach(run => run.Shown.Remove(widget));
    }

    /// <summary>The names of widgets that nothing reaches any more; they are forgotten here.</summary>
    public IReadOnlyList<string> TakeDead()
    {
        string[] dead = [.. open.Where(entry => !entry.Value.TryGetTarget(out _)).Select(entry => entry.Key)];
        foreach (var id in dead) open.TryRemove(id, out _);
        return dead;
    }

    private static bool Contains(Widget whole, Widget part) => whole is Box box && box.Children.Any(child => child == part || Contains(child, part));
}
