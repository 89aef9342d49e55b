using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>The libraries that cells brought of namespaces and types. One that declares a type again takes the place of the one before: it has its name and a higher version.</summary>
internal sealed class FileLibraries
{
    private static readonly ConcurrentDictionary<string, (Assembly Assembly, byte[] Image)> loaded = [];
    private static int count;               // of the process, as for cells
    private readonly List<Entry> entries = [];

    // Several versions of one name live in a context each; a cell asks for its own by the full name.
    static FileLibraries() => AssemblyLoadContext.Default.Resolving += (_, name) => loaded.TryGetValue(name.FullName, out var found) ? found.Assembly : null;

    private sealed record Entry(string Name, int Version, IReadOnlyList<string> Types, MetadataReference Reference);

    /// <summary>References to those that are out of date: a library cannot have two of one name.</summary>
    public IReadOnlyList<MetadataReference> Replaced => [.. entries.GroupBy(entry => entry.Name).SelectMany(same => same.SkipLast(1)).Select(entry => entry.Reference)];

    /// <summary>A name and a version for a library of these types.</summary>
    public (string Name, int Version) Identify(IReadOnlyList<string> types) => entries.FindLast(entry => entry.Types.Intersect(types).Any()) is { } earlier
        ? (earlier.Name, earlier.Version + 1)
        : ($"file-{Interlocked.Increment(ref count)}", 1);

    /// <summary>Loads a compiled library.</summary>
    public MetadataReference Load(FileLibrary library, Compiler.Result compiled)
    {
        var context = new AssemblyLoadContext(library.Name);
        var assembly = context.LoadFromStream(new MemoryStream(compiled.Image!), new MemoryStream(compiled.Symbols!));
        loaded[assembly.FullName!] = (assembly, compiled.Image!);
        var entry = new Entry(library.Name, library.Version, library.Types, MetadataReference.CreateFromImage(compiled.Image!));
        entries.Add(entry);
        return entry.Reference;
    }

    /// <summary>The cell that brought the newest of them did not compile.</summary>
    public void Forget(MetadataReference reference) => entries.RemoveAll(entry => entry.Reference == reference);

    /// <summary>The image of an assembly that is one of them, of any session; else null.</summary>
    public static byte[]? Image(Assembly assembly) => loaded.TryGetValue(assembly.FullName!, out var found) && found.Assembly == assembly ? found.Image : null;
}
