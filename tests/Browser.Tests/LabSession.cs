namespace Workbook.Browser.Tests;

/// <summary>The tests that share one JupyterLab.</summary>
[CollectionDefinition("lab")]
public sealed class LabCollection : ICollectionFixture<LabSession>;

/// <summary>JupyterLab, for all its tests.</summary>
public sealed class LabSession() : JupyterSession(FrontEnd.Lab)
{
    /// <summary>Writes a notebook of these cells and opens it.</summary>
    public Task<LabPage> Open(string name, params string[] cells)
    {
        Write(Path.Combine(Jupyter.Notebooks, name), cells);
        return Open(name);
    }

    /// <summary>Opens a notebook that lies in the served folder.</summary>
    public async Task<LabPage> Open(string name)
    {
        var address = Jupyter.Address(name);
        var notebook = new LabPage(await NewPage());
        await notebook.Open(address + "&reset");          // not the tabs of the test before
        return notebook;
    }
}
