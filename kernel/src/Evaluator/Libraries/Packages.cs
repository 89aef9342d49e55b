namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>NuGet packages of a session: restored together by <c>dotnet restore</c>, so that one version of each is chosen for all.</summary>
/// <remarks>
/// What is in use stays: a process cannot change the version of a library that it has loaded.
/// </remarks>
internal sealed class Packages
{
    private readonly SortedSet<string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> inUse = new(StringComparer.OrdinalIgnoreCase), files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> told = [];
    private SortedDictionary<string, string> wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What packages bring: assemblies to compile against, folders to look into when running, the version of each.</summary>
    public sealed record Files(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Folders, IReadOnlyDictionary<string, string> Versions)
    {
        /// <summary>What there is to say: a version that stays, a platform that is not this one; a sentence each.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>What packages bring for notebooks, from their folder interactive-extensions/dotnet: assemblies, and then extension.dib, package by package.</summary>
        public IReadOnlyList<string> Extensions { get; init; } = [];
    }

    /// <summary>Asks this source too.</summary>
    public void AddSource(string source) => sources.Add(source);

    /// <summary>Everything that the session's packages bring, these included.</summary>
    /// <param name="added">Names with versions, <c>*</c> for the newest.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <exception cref="InvalidOperationException">One cannot be had; the message names it.</exception>
    public Files Add(IEnumerable<(string Name, string Version)> added, CancellationToken cancellation)
    {
        var before = new SortedDictionary<string, string>(wanted, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, version) in added)
        {
            if (inUse.TryGetValue(name, out var used) && !PackageVersion.Allows(version, used) && wanted.GetValueOrDefault(name) != version)
                throw new InvalidOperationException($"{name} {used} is in use since an earlier cell; restart the kernel to take {version}.");
            if (!inUse.ContainsKey(name) || !wanted.ContainsKey(name)) wanted[name] = version;
        }
        try
        {
            return Use(new PackageProject(wanted, sources).Resolve(cancellation));
        }
        catch
        {
            wanted = before;
            throw;
        }
    }

    /// <summary>Takes note of packages that came otherwise, with a library: they are in use from now on.</summary>
    /// <returns>A sentence for each that stays at another version.</returns>
    public IReadOnlyList<string> Use(IReadOnlyDictionary<string, string> versions)
    {
        var notes = versions.Where(package => inUse.TryGetValue(package.Key, out var used) && !PackageVersion.AreSame(used, package.Value))
            .Select(package => $"{package.Key} stays at {inUse[package.Key]}, which is in use; {package.Value} was wanted. Restart the kernel to take it.").ToList();
        foreach (var (name, version) in versions) inUse.TryAdd(name, version);
        return notes;
    }

    // A file that an earlier restore gave stays where it is: it may be loaded, and F# would take the same from elsewhere for another.
    private Files Use(Files restored) => restored with
    {
        Assemblies = [.. restored.Assemblies.Select(file => files.TryAdd(Path.GetFileName(file), file) ? file : files[Path.GetFileName(file)])],
        Notes = [.. restored.Notes.Where(told.Add), .. Use(restored.Versions)],
    };
}
