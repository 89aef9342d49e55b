using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Workbook.Engine;

/// <summary>Where the native libraries lie: one folder with all of libtorch, and TorchSharp's own library.</summary>
internal static class NativeFolders
{
    private static readonly string torchSharpVersion = BuiltWith("TorchSharpVersion")!;

    /// <summary>The version of libtorch that this TorchSharp is made for.</summary>
    public static string LibTorchVersion { get; } = BuiltWith("LibTorchVersion")!;

    /// <summary>The package this was built for: TorchSharp-cpu, or one for a GPU.</summary>
    public static string Engine { get; } = BuiltWith("TorchEngine")!;

    /// <summary>The folder that the variable LIBTORCH names; null when it is not set.</summary>
    public static string? FromVariable { get; } = Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } folder ? folder : null;

    private static string Platform { get; } = (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <summary>The folder of libtorch and the path of TorchSharp's library.</summary>
    /// <exception cref="DllNotFoundException">One of them is not there; the sentence says what to do.</exception>
    public static (string LibTorch, string TorchSharp) Find()
    {
        var name = Natives.NameOf("LibTorchSharp");
        var torchSharp = Beside().Select(folder => Path.Combine(folder, name))
            .Concat(Roots().Select(root => Path.Combine(root, "torchsharp", torchSharpVersion, "runtimes", Platform, "native", name)))
            .FirstOrDefault(File.Exists)
            ?? throw new DllNotFoundException($"The package TorchSharp {torchSharpVersion} has no library for {Platform} in {string.Join(" or ", Roots())}: run `dotnet restore` (the platforms it has: linux-x64, win-x64, win-arm64, osx-arm64).");
        return (LibTorch(), torchSharp);
    }

    private static string LibTorch()
    {
        var library = Natives.NameOf("torch_cpu");
        if (FromVariable is { } named)
            return new[] { Path.Combine(named, "lib"), named }.FirstOrDefault(folder => File.Exists(Path.Combine(folder, library)))
                ?? throw new DllNotFoundException($"LIBTORCH names {named}, and there is no {library} in it or in its folder lib. Unset LIBTORCH, or point it at a libtorch {LibTorchVersion}.");
        if (Beside().FirstOrDefault(folder => File.Exists(Path.Combine(folder, library))) is { } own) return own;
        var folders = Packages(Natives.AreForGpu ? "libtorch-cuda-*" : $"libtorch-cpu-{Platform}");
        return folders.Count switch
        {
            0 => throw new DllNotFoundException(
                $"There is no libtorch {LibTorchVersion} for {Engine} in the package cache: run `dotnet restore` in the workbook's folder (a project of your own: add the package libtorch-cpu-{Platform}), or set LIBTORCH to a libtorch {LibTorchVersion}."),
            1 => folders[0],
            _ => LinkFolder.Of($"libtorch-{LibTorchVersion}-cuda", folders),
        };
    }

    // Folders of natives in the packages of this name that fit this platform, of the first cache that has some.
    private static List<string> Packages(string pattern) => Roots()
        .Select(root => Directory.GetDirectories(root, pattern)
            .Select(package => Path.Combine(package, LibTorchVersion, "runtimes", Platform, "native"))
            .Where(Directory.Exists)
            .ToList())
        .FirstOrDefault(found => found.Count > 0) ?? [];

    // Where the natives of a program are copied to, and where a kernel links those of packages. .NET finds them there by itself, and another copy
    // of libtorch in the same process would end it.
    private static IEnumerable<string> Beside() => new[] { AppContext.BaseDirectory, Path.GetDirectoryName(typeof(torch).Assembly.Location) }.OfType<string>();

    // Package caches, the likeliest first: the one this was built with, the one NuGet is told of, the user's own.
    private static IEnumerable<string> Roots() => new[]
    {
        BuiltWith("PackageCache"),
        Environment.GetEnvironmentVariable("NUGET_PACKAGES"),
        Path.GetFullPath(Path.Combine(typeof(torch).Assembly.Location, "..", "..", "..", "..", "..")),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
    }.OfType<string>().Select(Path.TrimEndingDirectorySeparator).Where(root => root.Length > 0 && Directory.Exists(Path.Combine(root, "torchsharp"))).Distinct();

    private static string? BuiltWith(string key) => typeof(NativeFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(pair => pair.Key == key)?.Value;
}

/// <summary>One folder with links to the files of several, for libraries that look for each other beside themselves.</summary>
internal static class LinkFolder
{
    /// <summary>Makes the folder, if it is not there, in the user's cache.</summary>
    public static string Of(string name, IReadOnlyList<string> folders)
    {
        var folder = Path.Combine(PatientLoader.CacheFolder(), name);
        Directory.CreateDirectory(folder);
        foreach (var file in folders.SelectMany(Directory.EnumerateFiles))
        {
            var link = Path.Combine(folder, Path.GetFileName(file));
            if (File.Exists(link)) continue;
            if (new FileInfo(link).LinkTarget is not null) File.Delete(link);       // it led to a package that is gone
            File.CreateSymbolicLink(link, file);
        }
        return folder;
    }
}
