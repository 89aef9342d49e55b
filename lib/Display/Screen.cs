namespace Workbook.Display;

/// <summary>Where shown things go, for a program that has its own idea of it.</summary>
public interface IScreen
{
    /// <summary>Shows a thing under a name by which it can be replaced.</summary>
    void Show(string id, MimeBundle bundle);

    /// <summary>Replaces what was shown under that name.</summary>
    void Update(string id, MimeBundle bundle);
}

/// <summary>Shows things: in the notebook where there is one, else as text on the console.</summary>
public static class Screen
{
    /// <summary>Takes all that is shown; null, as it is at first, leaves it to the notebook or the console.</summary>
    public static IScreen? Current { get; set; }

    /// <summary>Shows a thing and returns a handle by which it can be updated in place.</summary>
    public static Shown Show(this IShowable thing)
    {
        var id = Guid.NewGuid().ToString("N");
        if (Current is { } screen) return Show(screen, id, thing, inPlace: true);
        return Interactive.Show(thing) is { } update ? new(id, update, inPlace: true) : Show(new Terminal(), id, thing, inPlace: false);
    }

    private static Shown Show(IScreen screen, string id, IShowable thing, bool inPlace)
    {
        screen.Show(id, thing.ToMime());
        return new(id, other => screen.Update(id, other.ToMime()), inPlace);
    }

    private sealed class Terminal : IScreen
    {
        public void Show(string id, MimeBundle bundle) => Console.WriteLine(bundle.Text);
        public void Update(string id, MimeBundle bundle) => Console.WriteLine(bundle.Text);
    }
}

/// <summary>A thing on the screen, which can be replaced.</summary>
public sealed class Shown
{
    private readonly Action<IShowable> update;

    internal Shown(string id, Action<IShowable> update, bool inPlace) => (Id, this.update, InPlace) = (id, update, inPlace);

    /// <summary>The name it has on a screen of a program's own.</summary>
    public string Id { get; }

    /// <summary>Whether an update takes the place of what it updates; on a console it is one more line, so there are to be few.</summary>
    public bool InPlace { get; }

    /// <summary>Shows something else in its place.</summary>
    public void Update(IShowable thing) => update(thing);
}
