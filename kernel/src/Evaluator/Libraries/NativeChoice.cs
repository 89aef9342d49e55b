namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>Native libraries of packages: which were chosen for this platform, and what to say of a package that has none for it.</summary>
internal sealed class NativeChoice
{
    private readonly HashSet<string> chosen = [];
    private readonly List<(string Package, IReadOnlyList<string> Files)> elsewhere = [];

    /// <summary>Takes note of a package.</summary>
    /// <param name="package">Its name.</param>
    /// <param name="here">Its native libraries for this platform.</param>
    /// <param name="all">All its native libraries: <c>runtimes/win-x64/native/z.dll</c>.</param>
    public void Add(string package, IReadOnlyCollection<string> here, IReadOnlyList<string> all)
    {
        chosen.UnionWith(here.Select(Platform.Stem));
        if (here.Count == 0 && all.Count > 0) elsewhere.Add((package, all));
    }

    /// <summary>A sentence for each package that was asked for and serves other platforms alone, by itself or by those that it needs.</summary>
    /// <remarks>Where another package brings the same libraries for this platform there is nothing to say.</remarks>
    /// <param name="asked">What was asked for, each with what it needs.</param>
    public IEnumerable<string> Notes(IEnumerable<(string Package, IReadOnlyCollection<string> Needs)> asked) =>
        from package in asked
        let others = elsewhere.FindAll(other => string.Equals(other.Package, package.Package, StringComparison.OrdinalIgnoreCase) || package.Needs.Contains(other.Package))
        let files = others.SelectMany(other => other.Files).ToList()
        where files.Count > 0 && !files.Exists(file => chosen.Contains(Platform.Stem(file)))
        let platforms = files.Select(file => file.Split('/')[1]).Distinct().Order(StringComparer.Ordinal)
        select $"{package.Package} has native libraries for {string.Join(", ", platforms)} only: none for {Platform.Name}, which this is.";
}
