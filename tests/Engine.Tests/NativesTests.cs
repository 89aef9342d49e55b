using System.Diagnostics;
using System.Runtime.InteropServices;
using Workbook.Rooms.Tests;

namespace Workbook.Engine.Tests;

/// <summary>Where TorchSharp's libraries come from, and what is said when they cannot be had.</summary>
public sealed class NativesTests
{
    [SkippableFact]
    public void Libtorch_comes_from_the_package_cache_whatever_the_system_has()
    {
        Skip.IfNot(NativeFolders.FromVariable is null, "LIBTORCH names another libtorch.");
        var loaded = File.ReadLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .Where(path => Path.GetFileName(path).StartsWith("libtorch_cpu", StringComparison.Ordinal)).Distinct();
        Assert.Equal([Path.Combine(Natives.Folder, "libtorch_cpu.so")], loaded);
        Assert.Contains(NativeFolders.LibTorchVersion, Natives.Folder);
    }

    [Fact]
    public void No_output_folder_has_a_copy_of_them() => Assert.Empty(
        Directory.EnumerateFiles(Repository.At("artifacts"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileNameWithoutExtension(path) is "libtorch_cpu" or "libLibTorchSharp" or "torch_cpu" or "LibTorchSharp")
            .Select(Repository.Short));

    [Fact]
    public void Native_code_sees_that_waiting_threads_are_to_sleep_after_a_while()
    {
        [DllImport("libc", EntryPoint = "getenv")] static extern nint Get(string name);
        Assert.Contains(Marshal.PtrToStringUTF8(Get("OMP_WAIT_POLICY")), new[] { "PASSIVE", Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") });
        var said = Environment.GetEnvironmentVariable("GOMP_SPINCOUNT") ?? (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null ? "3000" : null);
        Assert.Equal(said, Marshal.PtrToStringUTF8(Get("GOMP_SPINCOUNT")));
    }

    [Fact]
    public void A_variable_that_names_an_empty_folder_is_told_so_in_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (code, output) = Run(new() { ["LIBTORCH"] = folder.FullName });
        folder.Delete();
        Assert.NotEqual(0, code);
        Assert.Contains($"LIBTORCH names {folder.FullName}, and there is no libtorch_cpu.so in it or in its folder lib. Unset LIBTORCH, or point it at a libtorch 2.10.0.", output);
    }

    [SkippableFact]
    public void A_libtorch_of_another_version_is_told_which_is_needed()
    {
        const string Debians = "/usr/lib/x86_64-linux-gnu";
        Skip.IfNot(File.Exists(Path.Combine(Debians, "libtorch_cpu.so")), "No libtorch of another version is here (Debian's libtorch-dev).");
        var (code, output) = Run(new() { ["LIBTORCH"] = Debians });
        Assert.NotEqual(0, code);
        Assert.Contains($"LIBTORCH names {Debians}, and TorchSharp 0.107.0 cannot use it: it needs libtorch 2.10.0", output);
    }

    [Fact]
    public void A_libtorch_of_the_right_version_may_be_named()
    {
        var (code, output) = Run(new() { ["LIBTORCH"] = Natives.Folder });
        Assert.Equal(0, code);
        Assert.Contains($"from {Natives.Folder}", output);
    }

    private static (int Code, string Output) Run(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath("../../Benchmarks/release/Benchmarks.dll", AppContext.BaseDirectory), "engine"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("LIBTORCH");
        start.Environment.Remove("OMP_WAIT_POLICY");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
