namespace Workbook.Display;

/// <summary>Where shown things go: a notebook front end, or the terminal.</summary>
public interface IScreen
{
    /// <summary>Shows a thing under a name by which it can be replaced.</summary>
    void Show(string id, MimeBundle bundle);

    /// <summary>Replaces what was shown under that name.</summary>
    void Update(string id, MimeBundle bundle);
}

/// <summary>The screen of this process; a kernel puts its own here. Without one, showing prints the plain text.</summary>
public static class Screen
{
    /// <summary>Where shown things go now.</summary>
    public static IScreen Current { get; set; } = new Terminal();

    /// <summary>Cancelled when the person at the screen asks for a stop; long loops poll it. A kernel puts a fresh one here for every cell.</summary>
    public static CancellationToken Cancellation { get; set; } = CancellationToken.None;

    /// <summary>Shows a thing and returns a handle by which it can be updated in place.</summary>
    public static Shown Show(this IShowable thing)
    {
        var shown = new Shown(Guid.NewGuid().ToString("N"));
        Current.Show(shown.Id, thing.ToMime());
        return shown;
    }

    private sealed class Terminal : IScreen
    {
        public void Show(string id, MimeBundle bundle) => Console.WriteLine(bundle.Text);
        public void Update(string id, MimeBundle bundle) => Console.WriteLine(bundle.Text);
    }
}

/// <summary>A thing on the screen, which can be replaced in place.</summary>
public sealed record Shown(string Id)
{
    /// <summary>Shows something else in the same place.</summary>
    public void Update(IShowable thing) => Screen.Current.Update(Id, thing.ToMime());
}
