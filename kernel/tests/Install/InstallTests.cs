using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

public sealed class InstallTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-install-").FullName;

    private string Spec => Path.Combine(folder, "kernels", "workbook");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Installing_writes_what_Jupyter_needs_and_uninstalling_takes_it_away()
    {
        Assert.Equal(0, Run("install", "--dir", folder, "--in-place").ExitCode);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Spec, "kernel.json")))!;
        Assert.Equal(["dotnet", JupyterFolder.Program, "run", "{connection_file}"], json["argv"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal("C# (Workbook)", (string)json["display_name"]!);
        Assert.Equal("C#", (string)json["language"]!);
        Assert.Equal("message", (string)json["interrupt_mode"]!);
        Assert.False((bool)json["metadata"]!["debugger"]!);
        Assert.Equal("0", (string)json["env"]!["DOTNET_EnableWriteXorExecute"]!);
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(Spec).Select(Path.GetFileName).Order());

        Assert.Equal(0, Run("install", "--in-place", "--dir", folder).ExitCode);              // again: as before
        Assert.Contains("Removed", Run("uninstall", "--dir", folder).Said);
        Assert.False(Directory.Exists(Spec));
        Assert.Contains("There was no kernel", Run("uninstall", "--dir", folder).Said);
    }

    [SkippableFact]
    public async Task An_installed_kernel_runs_when_what_it_was_installed_from_is_gone()
    {
        Skip.IfNot(JupyterFolder.Has("jupyter_client"), "Jupyter is not installed: sudo apt-get install python3-jupyter-client");
        using var jupyter = JupyterFolder.Empty();
        var clone = Path.Combine(folder, "clone");
        foreach (var file in Directory.GetFiles(Built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(clone, Path.GetRelativePath(Built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        for (var time = 0; time < 2; time++)                                    // again: in the place of the first
            Assert.Equal((0, $"Installed the kernel C# (Workbook) in {jupyter.Path}/share/jupyter/kernels/workbook\n"), Run("dotnet", Path.Combine(clone, "workbook-kernel.dll"), "install", "--prefix", "."));
        Directory.Delete(clone, recursive: true);
        Assert.Equal(["workbook"], Directory.GetDirectories(Path.Combine(jupyter.Path, "share/jupyter/kernels")).Select(Path.GetFileName));
        var (exitCode, said) = await jupyter.Run("installed.py", TimeSpan.FromMinutes(1), Path.Combine(jupyter.Path, "share/jupyter"));
        Assert.True(exitCode == 0 && said.Contains("C# (Workbook) says 42"), said);

        (int, string) Run(string program, params string[] arguments) => Call(jupyter.Path, program, arguments);
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_named_and_others_are_offered()
    {
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var (exitCode, said) = Run("install", "--dir", Path.Combine(folder, "file"), "--in-place");
        Assert.Equal(1, exitCode);
        Assert.Matches("^workbook-kernel: install did not work: .*file.* Other places: --user, --prefix DIR, --sys-prefix or --dir DIR.\n$", said);
    }

    [Fact]
    public void The_active_environment_is_where_sys_prefix_installs()
    {
        var (exitCode, said) = Call(folder, "env", "-u", "CONDA_PREFIX", $"VIRTUAL_ENV={folder}", "dotnet", JupyterFolder.Program, "install", "--sys-prefix", "--in-place");
        Assert.Equal(0, exitCode);
        Assert.True(File.Exists(Path.Combine(folder, "share/jupyter/kernels/workbook/kernel.json")), said);
        (exitCode, said) = Call(folder, "env", "-u", "CONDA_PREFIX", "-u", "VIRTUAL_ENV", "dotnet", JupyterFolder.Program, "install", "--sys-prefix");
        Assert.Equal((1, "workbook-kernel: no Python or conda environment is active (VIRTUAL_ENV and CONDA_PREFIX are not set); --prefix DIR names one.\n"), (exitCode, said));
    }

    [Fact]
    public void The_program_knows_its_version() => Assert.Matches(@"^workbook-kernel \d+\.\d+\.\d+\n$", Run("--version").Said);

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    public void A_logo_is_as_large_as_its_name_says(int size)
    {
        KernelSpec.Below(folder).Write("program.dll");
        var png = File.ReadAllBytes(Path.Combine(Spec, $"logo-{size}x{size}.png"));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));  // IHDR: width, height
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Theory]
    [InlineData("install", "--nowhere")]
    [InlineData("install", "--dir")]
    [InlineData("frob")]
    [InlineData]
    public void A_wrong_call_is_told_how_it_is_done_and_exits_with_2(params string[] arguments)
    {
        var (exitCode, said) = Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains("usage: workbook-kernel COMMAND", said);
    }

    // The kernel's own output folder: beside the tests lies more than the kernel.
    private static string Built => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Workbook.Kernel/release"));

    private (int ExitCode, string Said) Run(params string[] arguments) => Call(folder, "dotnet", [JupyterFolder.Program, .. arguments]);

    private static (int ExitCode, string Said) Call(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
