using System.Diagnostics;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>An exception as the person who wrote the cell wants to read it: their lines with an arrow, nothing of the kernel.</summary>
internal static class Traceback
{
    private const int MostFrames = 30;
    private const int MostCauses = 5;

    /// <summary>The error for a front end.</summary>
    public static CellError Describe(Exception thrown, Sources sources)
    {
        var exception = Unwrap(thrown);
        var lines = new List<string>(Lines(exception, sources));
        var cause = exception.InnerException;
        for (var i = 0; cause is not null && i < MostCauses; i++, cause = cause.InnerException)
        {
            lines.Add("");
            lines.Add("Caused by:");
            lines.AddRange(Lines(cause, sources));
        }
        if (Keyboard.IsMissed(exception)) lines.Add(Keyboard.Advice);
        return new(exception.GetType().Name, exception.Message, lines);
    }

    /// <summary>A cell that was stopped: no exception, only where it was.</summary>
    public static CellError OfStop(Exception thrown, Sources sources)
    {
        var places = Everything(thrown).Select(exception => Frames(exception, sources).Where(frame => frame.Source is not null).ToList());
        var frames = places.FirstOrDefault(place => place.Count > 0) ?? [];
        return new(CellError.Stopped, "The cell was stopped.",
        [
            $"{Ansi.Red("Interrupted")}: the cell was stopped.",
            .. Fold(frames).Take(MostFrames).SelectMany(entry => (IEnumerable<string>)[$"  at {entry.Frame.Place}", .. entry.Frame.Quote(sources)]),
        ]);
    }

    private static IEnumerable<Exception> Everything(Exception exception) =>
    [
        exception,
        .. (exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } inner ? [inner] : (IEnumerable<Exception>)[]).SelectMany(Everything),
    ];

    /// <summary>What was thrown inside the wrappers that tasks, reflection and type initialisers put around it.</summary>
    public static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static IEnumerable<string> Lines(Exception exception, Sources sources)
    {
        yield return $"{Ansi.Red(exception.GetType().Name)}: {exception.Message}";
        var shown = 0;
        foreach (var (frame, more) in Fold(Frames(exception, sources)))
        {
            if (++shown > MostFrames)
            {
                yield return "  …";
                yield break;
            }
            yield return $"  at {frame.Place}";
            foreach (var line in frame.Quote(sources)) yield return line;
            if (more > 0) yield return Ansi.Grey($"  … {more} more of the same");
        }
    }

    private static IEnumerable<TracedFrame> Frames(Exception exception, Sources sources) => new StackTrace(exception, fNeedFileInfo: true)
        .GetFrames()
        .Select(frame => TracedFrame.Of(frame, sources))
        .OfType<TracedFrame>();

    // Recursion repeats a frame, or a short cycle of frames, thousands of times.
    private static IEnumerable<(TracedFrame Frame, int More)> Fold(IEnumerable<TracedFrame> frames)
    {
        var counts = new Dictionary<string, int>();
        var order = new List<TracedFrame>();
        foreach (var frame in frames)
            if (!counts.TryAdd(frame.Place, 0)) counts[frame.Place]++;
            else order.Add(frame);
        return order.Select(frame => (frame, counts[frame.Place]));
    }
}
