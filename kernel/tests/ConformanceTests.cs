namespace Workbook.Kernel.Tests;

[Collection("kernel process")]
public sealed class ConformanceTests
{
    [SkippableFact]
    public async Task The_official_suite_of_Jupyter_passes()
    {
        Skip.IfNot(JupyterFolder.Has("jupyter_kernel_test"), "the official suite is not installed: sudo apt-get install python3-jupyter-kernel-test");
        using var folder = new JupyterFolder();
        var (exitCode, said) = await folder.Run("conformance.py", TimeSpan.FromMinutes(3));
        Assert.True(exitCode == 0, said);
        Assert.Contains("Ran 24 tests", said);
        Assert.EndsWith("OK", said.TrimEnd());                    // and not "OK (skipped=…)"
    }

    [SkippableFact]
    public async Task Nbclient_executes_a_notebook_and_nbconvert_exports_it()
    {
        Skip.IfNot(JupyterFolder.Has("nbclient") && JupyterFolder.Has("nbconvert"), "nbclient or nbconvert is not installed: sudo apt-get install python3-nbclient python3-nbconvert");
        using var folder = new JupyterFolder();
        var (exitCode, said) = await folder.Run("execute.py", TimeSpan.FromMinutes(2));
        Assert.True(exitCode == 0 && said.Contains("executed and exported"), said);
    }
}
