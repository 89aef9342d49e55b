namespace Workbook.Browser.Tests;

/// <summary>The tests that share one server and one browser.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<BrowserSession>;

/// <summary>The classic notebook, for all its tests.</summary>
public sealed class BrowserSession() : JupyterSession(FrontEnd.Classic)
{
    /// <summary>Writes a notebook of these cells and opens its page.</summary>
    public Task<NotebookPage> Open(string name, params string[] cells)
    {
        Write(Path.Combine(Jupyter.Notebooks, name), cells);
        return Open(name);
    }

    /// <summary>Opens the page of a notebook that lies in the served folder.</summary>
    public async Task<NotebookPage> Open(string name)
    {
        var address = Jupyter.Address(name);
        var notebook = new NotebookPage(await NewPage());
        await notebook.Open(address);
        return notebook;
    }
}
