using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Workbook.Kernel;

/// <summary>NuGet packages of a session: restored together by <c>dotnet restore</c>, so that one version of each is chosen for all.</summary>
/// <remarks>The project that asks for them lies in a cache keyed by the set; the same set is not restored twice.</remarks>
internal sealed class Packages
{
    private readonly SortedDictionary<string, string> wanted = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> sources = new(StringComparer.Ordinal);

    /// <summary>What a package brings: assemblies to compile against, and folders to look into when running.</summary>
    public sealed record Files(IReadOnlyList<string> Assemblies, IReadOnlyList<string> Folders);

    /// <summary>Asks this source too.</summary>
    public void AddSource(string source) => sources.Add(source);

    /// <summary>Everything that the session's packages bring, this one included.</summary>
    /// <param name="name">The package's id.</param>
    /// <param name="version">A version, or <c>*</c> for the newest.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <exception cref="InvalidOperationException">It cannot be had; the message is NuGet's.</exception>
    public Files Add(string name, string version, CancellationToken cancellation)
    {
        var before = wanted.GetValueOrDefault(name);
        wanted[name] = version;
        try
        {
            var folder = Folder();
            var assets = Path.Combine(folder, "obj", "project.assets.json");
            if (!version.Contains('*') && Read(assets) is { } known) return known;
            Restore(folder, cancellation);
            return Read(assets) ?? throw new InvalidOperationException("It was restored, but its files are not there.");
        }
        catch
        {
            if (before is null) wanted.Remove(name);
            else wanted[name] = before;
            throw;
        }
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
        var (assemblies, folders) = (new List<string>(), new HashSet<string>());
        foreach (var (library, content) in target)
        {
            if (assets["libraries"]?[library]?["path"] is not { } path) continue;
            if (roots.Select(root => Path.Combine(root, (string)path!)).FirstOrDefault(Directory.Exists) is not { } place) return null;
            IEnumerable<string> Named(string kind) => (content![kind] as JsonObject ?? []).Select(file => Path.Combine(place, file.Key)).Where(file => Path.GetFileName(file) != "_._");
            assemblies.AddRange(Named("compile"));
            folders.UnionWith(Named("runtime").Concat(Named("native")).Select(file => Path.GetDirectoryName(file)!));
        }
        return new(assemblies, [.. folders]);
    }
}
