using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Workbook.Kernel;

/// <summary>NuGet packages of a session: restored together by <c>dotnet restore</c>, so that one version of each is chosen for all.</summary>
/// <remarks>
/// The project that asks for them lies in a cache keyed by the set; the same set is not restored twice, one with a floating version (<c>*</c>)
/// not twice within a day. What is in use stays: a process cannot change the version of a library that it has loaded.
/// </remarks>
internal sealed class Packages
{
    private static readonly TimeSpan floatingLife = TimeSpan.FromDays(1);
    private readonly SortedSet<string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> inUse = new(StringComparer.OrdinalIgnoreCase);
    private SortedDictionary<string, string> wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What packages bring: assemblies to compile against, folders to look into when running, the version of each, and what there is to say.</summary>
    public sealed record Files(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Folders, IReadOnlyDictionary<string, string> Versions)
    {
        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>The folder that each package was unpacked into.</summary>
        public IReadOnlyList<string> Places { get; init; } = [];
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
            if (inUse.TryGetValue(name, out var used) && !Allows(version, used))
                throw new InvalidOperationException($"{name} {used} is in use since an earlier cell; restart the kernel to take {version}.");
            if (!inUse.ContainsKey(name) || !wanted.ContainsKey(name)) wanted[name] = version;
        }
        try
        {
            return Use(Resolve(cancellation));
        }
        catch
        {
            wanted = before;
            throw;
        }
    }

    // "1.2.3" allows 1.2.3, "1.*" all that begins so, a range whatever NuGet chose within it.
    private static bool Allows(string version, string used)
    {
        var star = version.IndexOf('*');
        if (star >= 0) return used.StartsWith(version[..star], StringComparison.OrdinalIgnoreCase);
        return version.AsSpan().ContainsAny('[', '(') || string.Equals(version, used, StringComparison.OrdinalIgnoreCase);
    }

    private Files Resolve(CancellationToken cancellation)
    {
        var folder = Folder();
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        var isFloating = wanted.Values.Any(version => version.Contains('*'));
        var isFresh = !isFloating || DateTime.UtcNow - File.GetLastWriteTimeUtc(assets) < floatingLife;
        if (isFresh && Read(assets) is { } known) return known;
        Restore(folder, cancellation);
        if (isFloating && File.Exists(assets)) File.SetLastWriteTimeUtc(assets, DateTime.UtcNow);
        return Read(assets) ?? throw new InvalidOperationException("It was restored, but its files are not there.");
    }

    private Files Use(Files files)
    {
        var notes = files.Versions.Where(package => inUse.TryGetValue(package.Key, out var used) && used != package.Value)
            .Select(package => $"{package.Key} stays at {inUse[package.Key]}, which is in use; {package.Value} was wanted. Restart the kernel to take it.").ToList();
        foreach (var (name, version) in files.Versions) inUse.TryAdd(name, version);
        return files with { Notes = notes };
    }

    private static string Framework => $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    private string Folder()
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Project().ToString())))[..16];
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(cache, "workbook", "packages", key);
    }

    private XElement Project() => new("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", Framework),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", false),
            new XElement("UseAppHost", false),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
        new XElement("ItemGroup", wanted.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Key), new XAttribute("Version", package.Value)))));

    private void Restore(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "packages.csproj"), Project().ToString());
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", "-v", "quiet", "--nologo"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var stop = cancellation.Register(() => restore.Kill(entireProcessTree: true));
        var errors = restore.StandardError.ReadToEndAsync(cancellation);
        var said = restore.StandardOutput.ReadToEnd() + errors.Result;
        restore.WaitForExit();
        if (restore.ExitCode == 0) return;
        File.Delete(Path.Combine(folder, "obj", "project.assets.json"));
        throw new InvalidOperationException(Reason(said));
    }

    // "…/packages.csproj : error NU1101: Unable to find package X. … [… ]" → what follows "error".
    private static string Reason(string said)
    {
        var line = said.Split('\n').FirstOrDefault(text => text.Contains("error ", StringComparison.Ordinal)) ?? said;
        var start = line.IndexOf("error ", StringComparison.Ordinal);
        var text = start < 0 ? line : line[(start + "error ".Length)..];
        var end = text.LastIndexOf(" [", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }

    // Null when it was never restored, or the packages were cleared away since.
    private static Files? Read(string file)
    {
        if (!File.Exists(file)) return null;
        var assets = JsonNode.Parse(File.ReadAllText(file))!;
        var roots = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var target = assets["targets"]!.AsObject().OrderByDescending(pair => pair.Key.Length).First().Value!.AsObject();      // the one with a runtime
        var (assemblies, folders, places, versions) = (new List<string>(), new HashSet<string>(), new List<string>(), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (library, content) in target)
        {
            if (library.Split('/') is [var name, var version]) versions[name] = version;
            if (assets["libraries"]?[library]?["path"] is not { } path) continue;
            if (roots.Select(root => Path.Combine(root, (string)path!)).FirstOrDefault(Directory.Exists) is not { } place) return null;
            places.Add(place);
            IEnumerable<string> Named(string kind) => (content![kind] as JsonObject ?? []).Select(file => Path.Combine(place, file.Key)).Where(file => Path.GetFileName(file) != "_._");
            assemblies.AddRange(Named("compile"));
            folders.UnionWith(Named("runtime").Concat(Named("native")).Select(file => Path.GetDirectoryName(file)!));
        }
        return new(assemblies, [.. folders], versions) { Places = places };
    }
}
