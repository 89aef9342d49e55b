using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>What <c>dotnet restore</c> chose, as its project.assets.json tells: for each package its version and its files for this platform.</summary>
internal sealed partial class PackageAssets
{
    private readonly List<string> compile = [];
    private readonly Dictionary<string, string> output = new(StringComparer.OrdinalIgnoreCase);      // name in an output folder → file
    private readonly List<string> extensions = [];
    private readonly Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly NativeChoice natives = new();

    /// <summary>Null when it was never restored, or the packages were cleared away since.</summary>
    /// <param name="file">The project.assets.json.</param>
    /// <param name="asked">The names of the packages that were asked for.</param>
    public static Packages.Files? Read(string file, IReadOnlyCollection<string> asked)
    {
        if (!File.Exists(file)) return null;
        var assets = JsonNode.Parse(File.ReadAllText(file))!;
        var roots = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var target = assets["targets"]!.AsObject().OrderByDescending(pair => pair.Key.Length).First().Value!.AsObject();      // the one with a runtime
        var read = new PackageAssets();
        foreach (var (library, content) in target)
        {
            if (library.Split('/') is not [var name, var version]) continue;
            read.versions[name] = version;
            if (assets["libraries"]?[library] is not { } entry || (string?)entry["path"] is not { } path) continue;
            if (roots.Select(root => Path.Combine(root, path)).FirstOrDefault(Directory.Exists) is not { } place) return null;
            read.Add(name, content!, place, [.. (entry["files"] as JsonArray ?? []).Select(item => (string)item!)]);
        }
        var needs = from library in target
                    let name = library.Key.Split('/')[0]
                    where asked.Contains(name, StringComparer.OrdinalIgnoreCase)
                    select (name, (IReadOnlyCollection<string>)Keys(library.Value!, "dependencies"));
        return read.Files() with { Notes = [.. read.natives.Notes(needs), .. Downgrades(assets)] };
    }

    private void Add(string package, JsonNode content, string place, List<string> all)
    {
        IEnumerable<string> Named(string kind) => Keys(content, kind).Where(asset => Path.GetFileName(asset) != "_._");
        foreach (var file in Named("compile").Select(asset => Path.Combine(place, asset)))
        {
            compile.Add(file);
            if (Path.ChangeExtension(file, ".xml") is var words && File.Exists(words)) output.TryAdd(Path.GetFileName(words), words);
        }
        foreach (var asset in Named("runtime").Concat(Named("native"))) output.TryAdd(Path.GetFileName(asset), Path.Combine(place, asset));
        foreach (var (asset, about) in content["resource"] as JsonObject ?? [])
            output.TryAdd(Path.Combine((string)about!["locale"]!, Path.GetFileName(asset)), Path.Combine(place, asset));
        natives.Add(package, [.. Named("native")], all.FindAll(asset => asset.Split('/') is ["runtimes", _, "native", ..]));
        var own = all.Where(asset => asset.StartsWith("interactive-extensions/dotnet/", StringComparison.OrdinalIgnoreCase));
        extensions.AddRange(own.Where(asset => Path.GetExtension(asset).ToLowerInvariant() is ".dll" or ".dib")
            .OrderBy(asset => asset.EndsWith(".dib", StringComparison.OrdinalIgnoreCase)).Select(asset => Path.Combine(place, asset)));
    }

    // A package needs a newer version than the one that was asked for by name, which NuGet lets stand, with a warning.
    private static IEnumerable<string> Downgrades(JsonNode assets) =>
        from entry in assets["logs"] as JsonArray ?? []
        let told = Downgrade().Match((string?)entry["message"] ?? "")
        where told.Success
        select $"{told.Groups[1]} stays at {told.Groups[3]}, which was asked for; {told.Groups[2]} was wanted by {told.Groups[4]}.";

    [GeneratedRegex(@"downgrade: (\S+) from (\S+) to (\S+)\. [\s\S]*?-> (\S+) \S+ -> \1 \(")]
    private static partial Regex Downgrade();

    private static List<string> Keys(JsonNode content, string kind) => [.. (content[kind] as JsonObject ?? []).Select(item => item.Key)];

    // Where an assembly has a description to compile against and another to run, the latter serves for both: F# loads what it is told to compile against.
    private Packages.Files Files()
    {
        var folder = OutputFolder.Of(output);
        var assemblies = compile.Select(file => output.ContainsKey(Path.GetFileName(file)) ? Path.Combine(folder, Path.GetFileName(file)) : file).Distinct();
        return new([.. assemblies], [folder, .. extensions.Select(file => Path.GetDirectoryName(file)!).Distinct()], versions)
        {
            Extensions = extensions,
        };
    }
}
