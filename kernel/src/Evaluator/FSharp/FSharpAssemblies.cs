using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>The assemblies of F# cells as C# may refer to them. F# Interactive gives all of them one name, which C# cannot tell apart.</summary>
/// <remarks>
/// C# reads a copy of such an assembly's description under the name of the class that F# keeps the cell's definitions in, and a version that no
/// other copy has (<see cref="RenamedMetadata"/>). As a cell runs, the runtime finds under that name an assembly that only says where the types are (<see cref="Forwarders"/>).
/// </remarks>
internal static class FSharpAssemblies
{
    private const string InMemory = "FSI-ASSEMBLY";
    private static readonly ConcurrentDictionary<Assembly, Named?> known = [];
    private static readonly ConcurrentDictionary<string, Assembly> forwarders = [];
    private static int count;

    static FSharpAssemblies() => AssemblyLoadContext.Default.Resolving += (_, name) => forwarders.GetValueOrDefault(name.FullName);

    /// <summary>What C# calls the assembly of an F# cell.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Reference">To its copy.</param>
    /// <param name="Needed">The other assemblies of F# cells that it refers to.</param>
    internal sealed record Named(string Name, Version Version, MetadataReference Reference, IReadOnlyList<Named> Needed)
    {
        /// <summary>To it, and to all that it needs.</summary>
        public IEnumerable<MetadataReference> References => Needed.SelectMany(needed => needed.References).Append(Reference);
    }

    /// <summary>Whether an assembly is that of F# cells.</summary>
    public static bool Is(AssemblyName name) => name.Name!.StartsWith(InMemory, StringComparison.Ordinal);

    /// <summary>The assembly under a name of its own; null where it has no description that could be copied.</summary>
    public static Named? Of(Assembly assembly)
    {
        if (known.TryGetValue(assembly, out var named)) return named;
        var needed = assembly.GetReferencedAssemblies().Where(Is).ToDictionary(name => name.FullName, name => Loaded(name) is { } other && other != assembly ? Of(other) : null);
        var version = new Version(1, 0, 0, Interlocked.Increment(ref count) & ushort.MaxValue);
        return known[assembly] = Create(assembly, version, needed);
    }

    private static Named? Create(Assembly assembly, Version version, IReadOnlyDictionary<string, Named?> needed)
    {
        if (RenamedMetadata.Of(assembly, version, needed) is not ({ } name, { } reference)) return null;
        var forwarder = Forwarders.To(assembly, name, version);
        forwarders[forwarder.FullName!] = forwarder;
        return new(name, version, reference, [.. needed.Values.OfType<Named>()]);
    }

    // Of several sessions in one process, the newest's.
    private static Assembly? Loaded(AssemblyName name) => AppDomain.CurrentDomain.GetAssemblies().LastOrDefault(loaded => loaded.FullName == name.FullName);
}
