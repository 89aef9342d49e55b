using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>What a library's .deps.json says that it needs: assemblies and natives of packages, from beside the library or from where NuGet keeps packages.</summary>
internal sealed class LibraryNeeds
{
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> missing = [], notes = [];
    private readonly NativeChoice natives = new();
    private readonly string library, folder;

    private LibraryNeeds(string library)
    {
        this.library = Path.GetFileName(library);
        folder = Path.GetDirectoryName(Path.GetFullPath(library))!;
    }

    /// <summary>The files, by the name that each has in an output folder; assemblies that lie beside the library are not among them.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>The version of each package.</summary>
    public IReadOnlyDictionary<string, string> Versions => versions;

    /// <summary>What there is to say: a package that is not on this machine, or not for its platform; a sentence each.</summary>
    public IReadOnlyList<string> Notes => [.. notes, .. missing.Count > 0 ? [Missing] : (string[])[], .. natives.Notes(versions.Keys.Select(package => (package, (IReadOnlyCollection<string>)[])))];

    private string Missing => $"{library} needs {string.Join(", ", missing)}, neither beside it nor among the restored packages: build or restore it on this machine.";

    /// <summary>Reads the file beside the library; a library without one, or with one that cannot be read, needs nothing.</summary>
    public static LibraryNeeds Of(string library)
    {
        var needs = new LibraryNeeds(library);
        try
        {
            var description = Path.ChangeExtension(library, ".deps.json");
            if (File.Exists(description)) needs.Read(JsonNode.Parse(File.ReadAllText(description))!);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or NullReferenceException or IOException or UnauthorizedAccessException)
        {
            needs.notes.Add($"{Path.ChangeExtension(needs.library, ".deps.json")} cannot be read: what {needs.library} needs beyond its own folder is not found.");
        }
        return needs;
    }

    private void Read(JsonNode description)
    {
        var target = description["targets"]![(string)description["runtimeTarget"]!["name"]!]!.AsObject();
        foreach (var (name, content) in target)
        {
            if (description["libraries"]?[name] is not { } entry || (string?)entry["type"] != "package" || name.Split('/') is not [var package, var version]) continue;
            versions[package] = version;
            var place = Path.Combine(Packages, (string?)entry["path"] ?? name.ToLowerInvariant());
            var assets = Assets(content!, package);
            var lost = assets.Where(asset => !Take(asset.Name, asset.Path, place)).ToList();
            if (lost.Count > 0) missing.Add($"{package} {version}");
        }
    }

    // Of what there is for each platform, this platform's; it stands before what is for all.
    private List<(string Name, string Path)> Assets(JsonNode content, string package)
    {
        IEnumerable<string> Plain(string kind) => (content[kind] as JsonObject ?? []).Select(asset => asset.Key).Where(asset => Path.GetFileName(asset) != "_._");
        var targets = (content["runtimeTargets"] as JsonObject ?? []).Select(asset => (Path: asset.Key, Rid: (string)asset.Value!["rid"]!, Kind: (string)asset.Value["assetType"]!)).ToList();
        List<string> Here(string kind) => Platform.Names.Select(rid => targets.Where(asset => asset.Rid == rid && asset.Kind == kind).Select(asset => asset.Path).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
        var native = Here("native").Concat(Plain("native")).ToList();
        natives.Add(package, native, [.. targets.Where(asset => asset.Kind == "native").Select(asset => asset.Path)]);
        var cultures = (content["resources"] as JsonObject ?? []).Select(asset => (Path.Combine((string)asset.Value!["locale"]!, Path.GetFileName(asset.Key)), asset.Key));
        return [.. Here("runtime").Concat(Plain("runtime")).Concat(native).Select(asset => (Path.GetFileName(asset), asset)), .. cultures];
    }

    // False where the file is nowhere.
    private bool Take(string name, string asset, string place)
    {
        if (files.ContainsKey(name)) return true;
        if (File.Exists(Path.Combine(folder, name))) return true;          // found there anyway
        string[] places = [Path.Combine(folder, asset), Path.Combine(place, asset), Path.Combine(AppContext.BaseDirectory, name)];      // the kernel has some itself
        if (Array.Find(places, File.Exists) is not { } file) return false;
        files[name] = file;
        return true;
    }

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } place ? place
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
