using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Workbook.Kernel;

/// <summary>Finds, at run time, what a referenced assembly needs: beside it, managed and native.</summary>
internal static class Probing
{
    private static readonly Lock gate = new();
    private static readonly List<string> folders = [];

    static Probing()
    {
        AssemblyLoadContext.Default.Resolving += Managed;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += Native;
    }

    /// <summary>From now on looks into this folder too.</summary>
    public static void Add(string folder)
    {
        lock (gate)
            if (!folders.Contains(folder)) folders.Add(folder);
    }

    private static Assembly? Managed(AssemblyLoadContext context, AssemblyName name) => Candidates()
        .Select(folder => Path.Combine(folder, name.Name + ".dll"))
        .Where(File.Exists)
        .Select(context.LoadFromAssemblyPath)
        .FirstOrDefault();

    private static nint Native(Assembly assembly, string name)
    {
        string[] spellings = [name, name + Extension, "lib" + name + Extension];
        foreach (var folder in Candidates())
            foreach (var place in new[] { folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") })
                foreach (var spelling in spellings)
                    if (NativeLibrary.TryLoad(Path.Combine(place, spelling), out var library)) return library;
        return 0;
    }

    private static string Extension => OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";

    private static string[] Candidates()
    {
        lock (gate) return [.. folders];
    }
}
