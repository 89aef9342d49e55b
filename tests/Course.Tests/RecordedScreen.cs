using Workbook.Display;

namespace Workbook.Course.Tests;

/// <summary>A screen that remembers what it was asked to show; the terminal comes back when it is disposed.</summary>
internal sealed class RecordedScreen : IScreen, IDisposable
{
    private readonly IScreen? before = Screen.Current;

    public RecordedScreen() => Screen.Current = this;

    public List<(string Id, MimeBundle Bundle)> Shows { get; } = [];

    public List<(string Id, MimeBundle Bundle)> Updates { get; } = [];

    public void Show(string id, MimeBundle bundle) => Shows.Add((id, bundle));

    public void Update(string id, MimeBundle bundle) => Updates.Add((id, bundle));

    public void Dispose() => Screen.Current = before;
}

/// <summary>Tests that put their own screen up, or press its stop button, run alone: others would train under it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneScreen
{
    public const string Name = "one screen";
}
