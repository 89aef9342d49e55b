using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>The assemblies that cells may use. Each becomes a <see cref="MetadataReference"/> once, and only when a cell needs it.</summary>
/// <remarks>Every reference that a submission carries is bound again for each cell: sixteen take 3 ms less than all of the framework.</remarks>
internal sealed class References
{
    private static readonly string[] first =
    [
        "System.Runtime", "System.Collections", "System.Console", "System.Linq", "System.Linq.Expressions", "System.Memory",
        "System.Threading", "System.Threading.Thread", "System.Threading.Tasks.Parallel", "System.Text.RegularExpressions",
        "System.Runtime.InteropServices", "System.Diagnostics.Process", "System.ComponentModel.Primitives", "System.Private.CoreLib",
    ];
    private static readonly ConcurrentDictionary<string, MetadataReference> frameworkReferences = [];
    private static readonly Lazy<string[]> frameworkFiles = new(() => [.. FrameworkFiles().Where(file => Path.GetFileName(file) != PublicFace.Facade)]);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);     // assembly name → file
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<NameIndex> framework;
    private readonly Assembly[] own;
    private HashSet<string> kept = [];          // what the kernel's own assemblies may refer to
    private NameIndex? added;

    /// <param name="besides">Assemblies of the kernel's whose public types cells may use, besides <see cref="Here"/>'s.</param>
    public References(params IEnumerable<Assembly> besides)
    {
        own = [typeof(Here).Assembly, .. besides, typeof(BaseKernel).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly];
        foreach (var file in FrameworkFiles()) files[Path.GetFileNameWithoutExtension(file)] = file;
        foreach (var assembly in own) files[assembly.GetName().Name!] = assembly.Location;          // before a package's copy of one
        var names = files.ToArray();
        framework = new(() => NameIndex.Of(names.Select(pair => pair.Value)));
    }

    /// <summary>All of the framework, for what is only asked about: a cell gets of it what it uses.</summary>
    public static IEnumerable<MetadataReference> Framework => frameworkFiles.Value.Select(file => frameworkReferences.GetOrAdd(file, ReadMetadata));

    /// <summary>What the first cell gets: the heart of the framework and the kernel's own display functions.</summary>
    public IReadOnlyList<MetadataReference> First()
    {
        var taken = Take([.. first, .. PublicFace.Needs]);
        kept = [.. given, .. own.Select(assembly => assembly.GetName().Name!), "netstandard"];
        return [.. taken, .. Take([.. own.Select(assembly => assembly.GetName().Name!), "netstandard"])];
    }

    /// <summary>Adds an assembly and those that it needs, from beside it or from the packages that it was built with; the others beside it are found by name when a cell uses them.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    public IReadOnlyList<MetadataReference> Add(string file) => Add(file, LibraryNeeds.Of(file));

    /// <summary>The same, where it is known what the assembly needs.</summary>
    public IReadOnlyList<MetadataReference> Add(string file, LibraryNeeds needs)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no file {file}.", file);
        var name = AssemblyName.GetAssemblyName(file).Name!;
        if (needs.Files.Count > 0) AddNeighbours(OutputFolder.Of(needs.Files));
        AddNeighbours(Path.GetDirectoryName(Path.GetFullPath(file))!);
        files.TryAdd(name, file);
        added = null;
        return Take([name]);
    }

    private void AddNeighbours(string folder)
    {
        AssemblyResolver.Add(folder);
        foreach (var neighbour in Directory.EnumerateFiles(folder, "*.dll")) files.TryAdd(Path.GetFileNameWithoutExtension(neighbour), neighbour);
    }

    /// <summary>Adds an assembly, and nothing of what lies beside it.</summary>
    public IReadOnlyList<MetadataReference> AddAlone(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        files.TryAdd(name, file);
        added = null;
        return Take([name]);
    }

    /// <summary>An assembly by its simple name, nothing where it is in use already; null where there is none.</summary>
    public IReadOnlyList<MetadataReference>? ByName(string name) => files.ContainsKey(name) ? Take([name]) : null;

    /// <summary>What could define the names that a compilation lacked: by type name, by namespace, by assembly.</summary>
    public IReadOnlyList<MetadataReference> For(IReadOnlySet<string> names)
    {
        added ??= NameIndex.Of(files.Values.Where(file => !IsFramework(file)));
        return Take(names.SelectMany(name => framework.Value.Find(name).Concat(added.Find(name)).Append(name)));
    }

    /// <summary>The namespaces that have a type of that name, the framework's first.</summary>
    public IReadOnlyList<string> NamespacesOf(string name) => [.. framework.Value.NamespacesOf(name).Concat(added?.NamespacesOf(name) ?? []).Where(space => space != "").Distinct()];

    /// <summary>The names were not used after all: the compilation they were meant for failed.</summary>
    public void GiveBack(IEnumerable<MetadataReference> references)
    {
        foreach (var reference in references) given.Remove(Path.GetFileNameWithoutExtension(reference.Display!));
    }

    // With all that they refer to, however far: one handed in later would make the compiler bind these anew, and their types be others.
    private List<MetadataReference> Take(IEnumerable<string> names)
    {
        var taken = new List<MetadataReference>();
        var waiting = new Queue<string>(names);
        while (waiting.TryDequeue(out var name))
        {
            if (!files.TryGetValue(name, out var file) || !given.Add(name)) continue;
            taken.Add(Read(file));
            if (IsOwn(file)) continue;
            foreach (var needed in NeededBy(file)) waiting.Enqueue(needed);
        }
        return taken;
    }

    // The framework's are read once in the life of the process: what the compiler has learnt of them, every session may use.
    private MetadataReference Read(string file) => IsFramework(file) && !IsOwn(file) ? frameworkReferences.GetOrAdd(file, ReadMetadata)
        : IsOwn(file) ? MetadataReference.CreateFromImage(PublicFace.Read(file, kept), documentation: new XmlDocs(file), filePath: file)
        : ReadMetadata(file);

    // Only what describes the assembly, and into memory, so that rebuilding a library does not pull the file from under the compiler.
    private static MetadataReference ReadMetadata(string file) => AssemblyMetadata
        .Create(ModuleMetadata.CreateFromStream(File.OpenRead(file), PEStreamOptions.PrefetchMetadata))
        .GetReference(new XmlDocs(file), filePath: file);

    /// <summary>The files of the assemblies that every cell is given and that are not the framework's.</summary>
    public IEnumerable<string> OwnFiles => own.Select(assembly => assembly.Location);

    /// <summary>Whether the kernel itself has an assembly of that name, so that a package's copy of it is passed over.</summary>
    public bool IsOwn(AssemblyName name) => own.Any(assembly => assembly.GetName().Name == name.Name);

    private bool IsOwn(string file) => own.Any(assembly => assembly.Location == file) || Path.GetFileName(file) == PublicFace.Facade;

    private static List<string> NeededBy(string file)
    {
        using var portable = new PEReader(File.OpenRead(file));
        if (!portable.HasMetadata) return [];
        var reader = portable.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    private static bool IsFramework(string file) => FrameworkFolder() is { } pack && file.StartsWith(pack, StringComparison.Ordinal)
        || file.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal);

    /// <summary>The assemblies of the framework as compilers want them.</summary>
    public static IEnumerable<string> FrameworkFiles() => FrameworkFolder() is { } pack
        ? Directory.EnumerateFiles(pack, "*.dll")
        : ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => file.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal));

    /// <summary>The SDK's reference pack, which is small and has documentation; null where only a runtime is installed.</summary>
    private static string? FrameworkFolder() => frameworkFolder.Value;

    private static readonly Lazy<string?> frameworkFolder = new(() =>
    {
        var version = Environment.Version;
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../packs/Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return null;
        return Directory.EnumerateDirectories(packs, $"{version.Major}.{version.Minor}.*")
            .OrderDescending(StringComparer.Ordinal)
            .Select(pack => Path.Combine(pack, "ref", $"net{version.Major}.{version.Minor}"))
            .FirstOrDefault(Directory.Exists);
    });
}
