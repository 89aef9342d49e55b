using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>Finds, at run time, what a referenced assembly needs, managed and native, in the folders that the session's libraries came from.</summary>
/// <remarks>
/// The runtime asks here last, after the system. Where the system could have a native library of the same name, the session's own is found
/// sooner: beside its assembly (<see cref="OutputFolder"/>), or because it has been loaded already, and a loaded library is found by its name.
/// </remarks>
internal static class AssemblyResolver
{
    private static readonly Lock gate = new();
    private static readonly List<string> folders = [];

    static AssemblyResolver()
    {
        AssemblyLoadContext.Default.Resolving += Managed;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Load(name, Candidates());
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => LoadNatives(loaded.LoadedAssembly, Candidates());
    }

    /// <summary>From now on looks into this folder too.</summary>
    public static void Add(string folder)
    {
        lock (gate)
        {
            if (folders.Contains(folder)) return;
            folders.Add(folder);
        }
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) LoadNatives(assembly, [folder]);
    }

    private static Assembly? Managed(AssemblyLoadContext context, AssemblyName name) => Candidates()
        .Select(folder => Path.Combine(folder, name.CultureName ?? "", name.Name + ".dll"))
        .Where(File.Exists)
        .Select(context.LoadFromAssemblyPath)
        .FirstOrDefault();

    // The natives that a library of the session asks for by name, unless they lie beside it.
    private static void LoadNatives(Assembly assembly, string[] places)
    {
        if (assembly.IsDynamic || assembly.Location is not { Length: > 0 } file || Path.GetDirectoryName(file) is not { } folder) return;
        if (!Candidates().Contains(folder)) return;
        foreach (var name in NativesOf(file))
            if (!Spellings(name).Any(spelling => File.Exists(Path.Combine(folder, spelling)))) Load(name, places);
    }

    // None where the file is gone since, or cannot be read: whoever loads it hears of that.
    private static List<string> NativesOf(string file)
    {
        try
        {
            using var portable = new PEReader(File.OpenRead(file));
            var reader = portable.GetMetadataReader();
            return [.. Enumerable.Range(1, reader.GetTableRowCount(TableIndex.ModuleRef))
                .Select(row => reader.GetString(reader.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)).Name))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return [];
        }
    }

    private static nint Load(string name, string[] places)
    {
        foreach (var folder in places)
            foreach (var place in Platform.Names.Select(rid => Path.Combine(folder, "runtimes", rid, "native")).Prepend(folder))
                foreach (var spelling in Spellings(name))
                    if (Path.Combine(place, spelling) is var file && File.Exists(file) && NativeLibrary.TryLoad(file, out var library)) return library;
        return 0;
    }

    private static string[] Spellings(string name) => [name, name + Platform.LibraryEnding, "lib" + name + Platform.LibraryEnding, "lib" + name];

    private static string[] Candidates()
    {
        lock (gate) return [.. folders];
    }
}
