namespace Workbook.Kernel.Tests;

/// <summary>The kernel's death, seen by Jupyter's own manager.</summary>
[Collection("kernel process")]
public sealed class RestartTests
{
    [SkippableTheory]
    [InlineData("Environment.FailFast(\"on purpose\");")]
    [InlineData("Environment.Exit(3);")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();")]
    [InlineData(EndTests.DeepInALibrary)]
    public async Task A_kernel_that_died_is_restarted_by_Jupyter_and_answers(string code)
    {
        var said = await Run("crash", code);
        Assert.Contains("died, was restarted, answers", said);
    }

    [SkippableFact]
    public async Task A_Jupyter_that_is_killed_leaves_no_kernel_behind()
    {
        var said = await Run("orphan");
        Assert.Contains("left with its Jupyter", said);
    }

    private static async Task<string> Run(params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");
        Skip.IfNot(JupyterFolder.Has("jupyter_client"), "Jupyter is not installed: sudo apt-get install python3-jupyter-client");
        using var folder = new JupyterFolder();
        var (exitCode, said) = await folder.Run("restart.py", TimeSpan.FromMinutes(2), arguments);
        Assert.True(exitCode == 0, said);
        return said;
    }
}
