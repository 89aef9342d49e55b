using Workbook.Display;

namespace Workbook.Data.Tests;

/// <summary>Tests that look at the screen, which is one for the whole process, run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RecordingScreen : IScreen
{
    public const string Name = "screen";

    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public static RecordingScreen Installed()
    {
        var screen = new RecordingScreen();
        Screen.Current = screen;
        return screen;
    }

    public void Show(string id, MimeBundle bundle) => lines.Add(bundle.Text);

    public void Update(string id, MimeBundle bundle) => lines.Add(bundle.Text);
}
