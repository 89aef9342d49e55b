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
        Assert.Equal(0, Run("install", "--dir", folder).ExitCode);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Spec, "kernel.json")))!;
        Assert.Equal(["dotnet", JupyterFolder.Program, "run", "{connection_file}"], json["argv"]!.AsArray().Select(argument => (string)argument!));
        Assert.Equal("C# (Workbook)", (string)json["display_name"]!);
        Assert.Equal("C#", (string)json["language"]!);
        Assert.Equal("message", (string)json["interrupt_mode"]!);
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(Spec).Select(Path.GetFileName).Order());

        Assert.Equal(0, Run("install", "--dir", folder).ExitCode);              // again: as before
        Assert.Contains("Removed", Run("uninstall", "--dir", folder).Said);
        Assert.False(Directory.Exists(Spec));
        Assert.Contains("There was no kernel", Run("uninstall", "--dir", folder).Said);
    }

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
    [InlineData("run", "no-such-file.json")]
    public void A_wrong_call_is_told_how_it_is_done_and_exits_with_2(params string[] arguments)
    {
        var (exitCode, said) = Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains("usage: workbook-kernel COMMAND", said);
    }

    private (int ExitCode, string Said) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [JupyterFolder.Program, .. arguments])
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
