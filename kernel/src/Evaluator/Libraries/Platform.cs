using System.Runtime.InteropServices;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>The names of this machine's platform, as packages write them (RIDs).</summary>
internal static class Platform
{
    /// <summary>This platform's own name first, then the wider ones it falls back on: <c>linux-x64, linux, unix-x64, unix, any</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Chain().Distinct()];

    /// <summary>The name that is common to all systems of this kind: <c>linux-x64</c>, not <c>ubuntu.24.04-x64</c>.</summary>
    public static string Name => Names.First(name => name.StartsWith(System, StringComparison.Ordinal));

    /// <summary>What the file of a native library ends in.</summary>
    public static string LibraryEnding => OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    /// <summary>A native library's file by the name that code asks for it, whatever the platform: <c>libtorch.so.2</c>, <c>torch.dll</c> → <c>torch</c>.</summary>
    public static string Stem(string file)
    {
        var name = Path.GetFileName(file).ToLowerInvariant();
        foreach (var ending in (string[])[".dll", ".dylib", ".so"])
            if (name.IndexOf(ending, StringComparison.Ordinal) is > 0 and var end) name = name[..end];
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static IEnumerable<string> Chain()
    {
        var exact = RuntimeInformation.RuntimeIdentifier;
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        yield return exact;
        if (exact.Contains("musl") || exact.Contains("alpine"))
        {
            yield return $"linux-musl-{processor}";
            yield return "linux-musl";
        }
        yield return $"{System}-{processor}";
        yield return System;
        if (!OperatingSystem.IsWindows())
        {
            yield return $"unix-{processor}";
            yield return "unix";
        }
        yield return "any";
    }
}
