using System.IO.MemoryMappedFiles;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>Native libraries of packages on a system that is older than the compiler which linked them.</summary>
/// <remarks>
/// What GCC 13 has linked carries a marker of libstdc++'s version GLIBCXX_3.4.32, which Debian 12 and Ubuntu 22.04 lack. The marker is never
/// called: in a copy it is made optional (<see cref="PatientLoader"/>), and everything else is as it was.
/// </remarks>
internal static class OlderSystem
{
    private const string Version = "GLIBCXX_3.4.32";
    private static readonly Lazy<bool> isOlder = new(() => OperatingSystem.IsLinux() && LoadedLibrary("libstdc++.so") is { } library && !Holds(library, "GLIBCXX_3.4.32"u8));

    /// <summary>The library itself; or a copy that this system can load, where it is that marker alone that it could not.</summary>
    public static string Fitting(string library)
    {
        var isNative = Path.GetFileName(library) is var name && (name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal));
        if (!isNative || !isOlder.Value || !Holds(library, "_ZSt21ios_base_library_initv"u8)) return library;
        return PatientLoader.OptionalCopy(library, Version) ?? library;
    }

    // The runtime is linked with it, so that it has been loaded already.
    private static string? LoadedLibrary(string name) => File.ReadLines("/proc/self/maps")
        .Where(line => line.Contains($"/{name}", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
        .FirstOrDefault(File.Exists);

    private static unsafe bool Holds(string file, ReadOnlySpan<byte> text)
    {
        var length = new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : new FileInfo(file).Length;
        if (length is 0 or > int.MaxValue) return false;
        using var mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        using var view = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            return new ReadOnlySpan<byte>(start + view.PointerOffset, (int)length).IndexOf(text) >= 0;
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }
}
