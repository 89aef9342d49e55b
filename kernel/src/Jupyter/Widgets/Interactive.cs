namespace Workbook.Widgets;

/// <summary>Controls over a picture that follows them; made by <see cref="Interact"/>.</summary>
public sealed class Interactive : Box
{
    private readonly Func<object?> draw;
    private BufferedOutput? shown;

    internal Interactive(IReadOnlyList<DOMWidget> controls, Func<object?> draw) : base("VBox", [.. controls, new Output()])
    {
        (Controls, this.draw) = (controls, draw);
        Place = (Output)Children[^1];
    }

    /// <summary>What is moved.</summary>
    public IReadOnlyList<DOMWidget> Controls { get; }

    /// <summary>Where the picture is.</summary>
    public Output Place { get; }

    /// <summary>Draws again, although no control has moved.</summary>
    public void Redraw()
    {
        if (!Place.IsOpen || ICommOutput.Current is not { } output) return;
        Place.Put(shown = Draw(), output);
    }

    /// <summary>Puts an error in the picture's place.</summary>
    internal void Fail(CellError error, ICommOutput output)
    {
        var drawing = new BufferedOutput(output);
        drawing.Error(error);
        Place.Put(drawing, output);
    }

    /// <summary>A control has moved: draws again, at once in a cell, else when all has been heard that the page has said.</summary>
    internal void Stale()
    {
        if (!Place.IsOpen || ICommOutput.Current is not { } output) return;
        if (!output.Comms.Redraws.Later(this)) Redraw();
    }

    private protected override void Prepare()
    {
        foreach (var control in Controls) control.Ready();
        shown = Draw();
        Place.Begin(shown);
    }

    private protected override void Opened(ICommOutput output)
    {
        if (!output.Comms.Dialect.HasOutputs) Place.Put(shown!, output);
    }

    private protected override MimeBundle Picture()
    {
        if (ICommOutput.Current is null && CurrentOutput.Now is { } cell) shown?.Replay(cell, exceptLast: true);
        return shown?.Last ?? MimeBundle.Plain(ToString());
    }

    private BufferedOutput Draw()
    {
        var drawing = new BufferedOutput(CurrentOutput.Now);
        using (CurrentOutput.Redirect(drawing))
        {
            if (draw() is { } value) drawing.Show(Guid.NewGuid().ToString("N"), ValueFormatter.ToMime(value));
        }
        return drawing;
    }
}
