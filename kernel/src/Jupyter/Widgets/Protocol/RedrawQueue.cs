using System.Collections.Concurrent;

namespace Workbook.Widgets;

/// <summary>
/// Which pictures are to be drawn again. Of moves that come faster than pictures the newest is drawn: one picture for all that had come in when
/// the first of them was handled, so that moves without an end are followed too, however long a picture takes.
/// </summary>
internal sealed class RedrawQueue
{
    private readonly ConcurrentDictionary<string, int> waiting = new();
    private readonly Dictionary<Interactive, int> stale = [];         // and how many moves are still to be handled before it is drawn
    private bool listening;

    /// <summary>A message to this widget has come in; it will be handled in its turn.</summary>
    public void Arrived(string widget) => waiting.AddOrUpdate(widget, 1, (_, count) => count + 1);

    /// <summary>A message to this widget is being handled.</summary>
    public void Begin(string widget)
    {
        lock (stale)
        {
            listening = true;
            foreach (var picture in stale.Keys.Where(picture => picture.Controls.Any(control => control.Id == widget)).ToList()) stale[picture]--;
        }
        while (waiting.TryGetValue(widget, out var count))
            if (count > 1 ? waiting.TryUpdate(widget, count - 1, count) : waiting.TryRemove(new(widget, count))) break;
    }

    /// <summary>Puts a picture off until <see cref="Due"/>; false while no message of the page is being handled.</summary>
    public bool Later(Interactive picture)
    {
        lock (stale)
        {
            if (listening) stale.TryAdd(picture, picture.Controls.Sum(control => waiting.GetValueOrDefault(control.Id)));
            return listening;
        }
    }

    /// <summary>The pictures to draw now that a message has been handled.</summary>
    public IReadOnlyList<Interactive> Due()
    {
        lock (stale)
        {
            listening = false;
            Interactive[] due = [.. stale.Where(entry => entry.Value <= 0).Select(entry => entry.Key)];
            foreach (var picture in due) stale.Remove(picture);
            return due;
        }
    }
}
