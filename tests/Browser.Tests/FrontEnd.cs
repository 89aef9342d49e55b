namespace Workbook.Browser.Tests;

/// <summary>One of Jupyter's pages: how its server is started and where it shows a notebook.</summary>
/// <param name="Root">The folder that its system lies in: empty for this machine's own, else one to <c>chroot</c> into.</param>
/// <param name="Module">The Python module that serves it.</param>
/// <param name="Page">What stands before a notebook's name in its address.</param>
/// <param name="Settings">The server's arguments, given its token and the folder it serves.</param>
public sealed record FrontEnd(string Root, string Module, string Page, Func<string, string, string[]> Settings)
{
    /// <summary>Debian's browser.</summary>
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>The classic notebook, version 6.</summary>
    public static FrontEnd Classic { get; } = new("", "notebook", "notebooks/",
        (token, folder) => [$"--NotebookApp.token={token}", $"--notebook-dir={folder}", "--port-retries=0"]);

    /// <summary>JupyterLab, of this machine or of the Debian 13 root that <c>WORKBOOK_LAB_ROOT</c> names.</summary>
    public static FrontEnd Lab { get; } = new(Environment.GetEnvironmentVariable("WORKBOOK_LAB_ROOT") ?? "", "jupyterlab", "lab/tree/",
        (token, folder) => [$"--ServerApp.token={token}", $"--ServerApp.root_dir={folder}", "--ServerApp.port_retries=0", "--LabApp.expose_app_in_browser=True"]);

    /// <summary>Why tests in this page cannot run here, or null.</summary>
    public string? Missing =>
        !File.Exists(Chromium) ? "there is no Chromium: sudo apt-get install chromium"
        : Directory.Exists($"{Root}/usr/lib/python3/dist-packages/{Module}") ? null
        : this == Lab ? "there is no JupyterLab: ./workbook test --debian13 brings one"
        : "there is no classic notebook: sudo apt-get install jupyter-notebook";
}
