using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workbook.Widgets;

/// <summary>Which pictures are to be drawn again. Of moves that come faster than pictures, the newest is drawn, and one at least ten times a second.</summary>
internal sealed class RedrawQueue
{
    private static readonly TimeSpan longest = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<string, int> waiting = new();
    private readonly HashSet<Interactive> stale = [];
    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private bool listening;

    /// <summary>A message to this widget has come in; it will be handled in its turn.</summary>
    public void Arrived(string widget) => waiting.AddOrUpdate(widget, 1, (_, count) => count + 1);

    /// <summary>A message to this widget is being handled.</summary>
    public void Begin(string widget)
    {
        listening = true;
        while (waiting.TryGetValue(widget, out var count))
            if (count > 1 ? waiting.TryUpdate(widget, count - 1, count) : waiting.TryRemove(new(widget, count))) break;
    }

    /// <summary>Puts a picture off until <see cref="Due"/>; false while no message of the page is being handled.</summary>
    public bool Later(Interactive picture)
    {
        lock (stale)
        {
            if (listening) stale.Add(picture);
            return listening;
        }
    }

    /// <summary>The pictures to draw now that a message has been handled.</summary>
    public IReadOnlyList<Interactive> Due()
    {
        lock (stale)
        {
            listening = false;
            Interactive[] due = [.. stale.Where(picture => sinceLast.Elapsed > longest || !picture.Controls.Any(control => waiting.ContainsKey(control.Id)))];
            stale.ExceptWith(due);
            if (due.Length > 0) sinceLast.Restart();
            return due;
        }
    }
}
