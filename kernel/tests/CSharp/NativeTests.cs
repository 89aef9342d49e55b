using System.Diagnostics;

namespace Workbook.Kernel.Tests;

/// <summary>Native libraries of packages, and what they need of each other.</summary>
[Collection("console")]
public sealed class NativeTests : IDisposable
{
    private const string Torch = "#r \"nuget: TorchSharp-cpu, 0.107.0\"";
    private const string Skia = "#r \"nuget: SkiaSharp, 3.119.4\"\n#r \"nuget: SkiaSharp.NativeAssets.Linux.NoDependencies, 3.119.4\"";
    private readonly Session session = new();
    private Feed feed = new(ownPackages: false);

    public void Dispose() => feed.Dispose();

    [SkippableTheory]
    [InlineData($"{Torch}\nusing TorchSharp;\ntorch.arange(6).reshape(2, 3)")]
    [InlineData($"#!fsharp\n{Torch}\nopen TorchSharp\ntorch.arange(6).reshape(2L, 3L)")]
    public void TorchSharp_runs_with_the_libtorch_of_its_package_whatever_the_system_has(string cell)
    {
        Assert.Equal("[2x3], type = Int64, device = cpu\n 0 1 2\n 3 4 5\n", Public(cell));
        if (!OperatingSystem.IsLinux()) return;
        var libraries = File.ReadLines("/proc/self/maps").Where(line => line.Contains("/libtorch") || line.Contains("/libc10")).Select(line => line[line.IndexOf('/')..]).Distinct().ToList();
        Assert.NotEmpty(libraries);
        Assert.All(libraries, library => Assert.Contains("/libtorch-cpu-", library));
    }

    [SkippableTheory]
    [InlineData($"{Skia}\nusing SkiaSharp;\nusing var picture = new SKBitmap(4, 3);\npicture.SetPixel(1, 1, SKColors.Red);\n$\"{{picture.GetPixel(1, 1)}} {{picture.Info.BytesSize}}\"")]
    [InlineData($"#!fsharp\n{Skia}\nopen SkiaSharp\nlet picture = new SKBitmap(4, 3)\npicture.SetPixel(1, 1, SKColors.Red)\n$\"{{picture.GetPixel(1, 1)}} {{picture.Info.BytesSize}}\"")]
    public void SkiaSharp_draws_with_the_natives_of_a_package_of_their_own(string cell)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the natives asked for are Linux'");
        Assert.Equal("#ffff0000 48", Public(cell));
    }

    [SkippableFact]
    public void A_native_library_finds_one_that_another_package_brings()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/gcc"), "no gcc to make libraries with");
        UseOwnFeed();
        var name = $"Lent{Guid.NewGuid():N}";
        var inner = Native($"{name}inner", "int seven() { return 7; }");
        var outer = Native($"{name}outer", "int seven(); int eight() { return seven() + 1; }", $"-L{feed.Folder}", $"-l{name}inner", "-Wl,-rpath,$ORIGIN");
        var code = $"using System.Runtime.InteropServices; namespace {name}; public static class Asked {{ [DllImport(\"{name}outer\")] static extern int eight(); public static int Eight => eight(); }}";
        feed.Pack($"{name}.Inner", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{Platform.Name}/native/lib{name}inner.so"] = inner });
        feed.Pack($"{name}.Outer", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{Platform.Name}/native/lib{name}outer.so"] = outer }, ($"{name}.Inner", "1.0.0"));
        feed.Pack(name, "1.0.0", new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.dll"] = Feed.Compile(name, code) }, ($"{name}.Outer", "1.0.0"));
        Assert.Equal("8", session.Value($"{feed.Line}\n#r \"nuget: {name}, 1.0.0\"\n{name}.Asked.Eight"));
    }

    [SkippableFact]
    public void A_library_finds_natives_in_the_folder_of_this_platform_beside_it()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/gcc"), "no gcc to make libraries with");
        UseOwnFeed();
        var name = $"Lent{Guid.NewGuid():N}";
        var code = $"using System.Runtime.InteropServices; namespace {name}; public static class Asked {{ [DllImport(\"{name}native\")] static extern int nine(); public static int Nine => nine(); }}";
        var place = Directory.CreateDirectory(Path.Combine(feed.Folder, "library", "runtimes", Platform.Names[^2], "native")).FullName;
        File.WriteAllBytes(Path.Combine(place, $"lib{name}native.so"), Native($"{name}native", "int nine() { return 9; }"));
        File.WriteAllBytes(Path.Combine(feed.Folder, "library", $"{name}.dll"), Feed.Compile(name, code));
        Assert.Equal("9", session.Value($"#r \"{feed.Folder}/library/{name}.dll\"\n{name}.Asked.Nine"));
    }

    [Theory]
    [InlineData("libtorch.so.2", "torch")]
    [InlineData("torch.dll", "torch")]
    [InlineData("runtimes/osx/native/libSkiaSharp.dylib", "skiasharp")]
    public void Libraries_of_several_platforms_are_known_for_the_same(string file, string stem) => Assert.Equal(stem, Platform.Stem(file));

    // A cell that needs the public feed.
    private string? Public(string cell)
    {
        var outcome = session.Run(cell);
        if (outcome is CellOutcome.Failed { Error: var error }) Skip.If(error.Message.Contains("NU1301") || error.Message.Contains("NU1101"), $"the public feed cannot be reached: {error.Message}");
        return outcome is CellOutcome.Done { Value: var value } ? value?.Text : throw new Xunit.Sdk.XunitException(Session.Plain(Assert.IsType<CellOutcome.Failed>(outcome).Error));
    }

    private void UseOwnFeed()
    {
        feed.Dispose();
        feed = new Feed();
    }

    private byte[] Native(string name, string code, params string[] options)
    {
        var (source, library) = (Path.Combine(feed.Folder, $"{name}.c"), Path.Combine(feed.Folder, $"lib{name}.so"));
        File.WriteAllText(source, code);
        using var compiler = Process.Start("/usr/bin/gcc", ["-shared", "-fPIC", "-o", library, source, .. options]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return File.ReadAllBytes(library);
    }
}
