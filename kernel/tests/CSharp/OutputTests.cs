using System.Resources;
using Microsoft.CodeAnalysis;
using Platform = Workbook.Kernel.Evaluator.Libraries.Platform;

namespace Workbook.Kernel.Tests;

/// <summary>The files of packages and libraries lie together as in a build's output, so that each finds its own.</summary>
[Collection("console")]
public sealed class OutputTests : IDisposable
{
    private readonly Feed feed = new();
    private readonly Session session = new();
    private readonly string name = $"Lent{Guid.NewGuid():N}";

    public void Dispose() => feed.Dispose();

    private static string Elsewhere => OperatingSystem.IsWindows() ? "linux-x64" : "win-x64";

    private Packages.Files Restore(params string[] names)
    {
        var packages = new Packages();
        packages.AddSource(feed.Folder);
        return packages.Add(names.Select(package => (package, "1.0.0")), CancellationToken.None);
    }

    [Fact]
    public void The_natives_of_all_packages_lie_in_one_folder_as_links_and_the_nearest_platform_wins()
    {
        var (near, wide) = (Platform.Names[0], Platform.Names[^3]);
        feed.Pack(name, "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{near}/native/one.so"] = Feed.Text("near"), [$"runtimes/{wide}/native/one.so"] = Feed.Text("wide") }, ($"{name}.Needed", "1.0.0"));
        feed.Pack($"{name}.Needed", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{wide}/native/two.so"] = Feed.Text("two"), [$"runtimes/{Elsewhere}/native/three.so"] = Feed.Text("three") });
        var folder = Restore(name).Folders[0];
        Assert.Equal(["one.so", "two.so"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal("near", File.ReadAllText(Path.Combine(folder, "one.so")));
        if (!OperatingSystem.IsWindows()) Assert.StartsWith(feed.Unpacked, new FileInfo(Path.Combine(folder, "two.so")).LinkTarget);
        Assert.Equal(folder, Restore(name).Folders[0]);
    }

    [Fact]
    public void A_folder_whose_links_lead_nowhere_any_more_is_made_again()
    {
        var source = Path.Combine(feed.Folder, "source.so");
        File.WriteAllText(source, "one");
        var files = new Dictionary<string, string> { ["one.so"] = source };
        var link = Path.Combine(OutputFolder.Of(files), "one.so");
        File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(feed.Folder, "gone.so"));
        Assert.Equal(Path.GetDirectoryName(link), OutputFolder.Of(files));
        Assert.Equal("one", File.ReadAllText(link));
    }

    [Fact]
    public void A_package_with_natives_for_other_platforms_alone_says_so_once()
    {
        feed.Pack(name, "1.0.0", new Dictionary<string, byte[]>(), ($"{name}.Natives", "1.0.0"));
        feed.Pack($"{name}.Natives", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{Elsewhere}/native/z.dll"] = Feed.Text("z") });
        session.Value($"{feed.Line}\n#r \"nuget: {name}, 1.0.0\"");
        session.Value($"#r \"nuget: {name}, 1.0.0\"");
        var sentence = $"{name} has native libraries for {Elsewhere} only: none for {Platform.Name}, which this is.";
        Assert.Equal([$"{name} 1.0.0\n{sentence}", $"{name} 1.0.0"], session.Updated.Select(shown => shown.Bundle.Text).Where(text => !text.EndsWith(" s", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_another_package_has_the_same_library_for_this_platform_nothing_is_said()
    {
        feed.Pack($"{name}.Theirs", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{Elsewhere}/native/z.dll"] = Feed.Text("z") });
        feed.Pack($"{name}.Ours", "1.0.0", new Dictionary<string, byte[]> { [$"runtimes/{Platform.Name}/native/libz.so.1"] = Feed.Text("z") });
        Assert.Empty(Restore($"{name}.Theirs", $"{name}.Ours").Notes);
    }

    [SkippableFact]
    public void Words_of_a_culture_come_from_the_assembly_of_that_culture()
    {
        var words = new MemoryStream();
        using (var writer = new ResourceWriter(words))
        {
            writer.AddResource("yes", "ja");
            writer.Generate();
            words = new MemoryStream(words.ToArray());
        }
        var german = Feed.Compile($"{name}.resources", "[assembly: System.Reflection.AssemblyCulture(\"de\")]", [new ResourceDescription("Words.de.resources", () => words, isPublic: true)]);
        var neutral = Feed.Compile(name, $"namespace {name}; public static class Words {{ public static string Yes => new System.Resources.ResourceManager(\"Words\", typeof(Words).Assembly).GetString(\"yes\", new System.Globalization.CultureInfo(\"de\")); }}");
        feed.Pack(name, "1.0.0", new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.dll"] = neutral, [$"lib/net10.0/de/{name}.resources.dll"] = german });
        Assert.True(File.Exists(Path.Combine(Restore(name).Folders[0], "de", $"{name}.resources.dll")));
        Skip.If(AppContext.TryGetSwitch("System.Globalization.Invariant", out var knowsNoCulture) && knowsNoCulture, "this process knows no culture but the invariant one");
        Assert.Equal("ja", session.Value($"{feed.Line}\n#r \"nuget: {name}, 1.0.0\"\n{name}.Words.Yes"));
    }

    [Fact]
    public void A_library_finds_the_packages_that_its_deps_json_names()
    {
        Library("1.0.0");
        Restore($"{name}.Needed");
        Assert.Equal("7", session.Value($"#r \"{feed.Folder}/{name}.dll\"\n{name}.Outer.Value"));
        Assert.Equal("7", session.Value($"{name}.Inner.Value"));                       // and cells find them by name
        Assert.Empty(session.Shown);
    }

    [Fact]
    public void FSharp_finds_them_too()
    {
        Library("1.0.0");
        Restore($"{name}.Needed");
        Assert.Equal("8", session.Value($"#!fsharp\n#r \"{feed.Folder}/{name}.dll\"\n{name}.Outer.Value + 1"));
    }

    [Fact]
    public void A_package_of_a_library_that_is_not_on_this_machine_is_named()
    {
        Library("1.0.0");
        session.Value($"#r \"{feed.Folder}/{name}.dll\"");
        Assert.Equal($"{name}.dll needs {name}.Needed 1.0.0, neither beside it nor among the restored packages: build or restore it on this machine.", Assert.Single(session.Shown).Bundle.Text);
    }

    [Fact]
    public void A_library_that_needs_another_version_of_what_is_in_use_is_told_which_stays()
    {
        Library("2.0.0");
        session.Value($"{feed.Line}\n#r \"nuget: {name}.Needed, 1.0.0\"");
        session.Value($"#r \"{feed.Folder}/{name}.dll\"");
        Assert.Contains($"{name}.Needed stays at 1.0.0, which is in use; 2.0.0 was wanted.", session.Shown[^1].Bundle.Text);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"runtimeTarget":{"name":"x"},"targets":{}}""")]
    public void A_damaged_deps_json_is_told_and_the_library_serves(string text)
    {
        File.WriteAllBytes(Path.Combine(feed.Folder, $"{name}.dll"), Feed.Compile(name, $"namespace {name}; public static class Outer {{ public static int Value => 7; }}"));
        File.WriteAllText(Path.Combine(feed.Folder, $"{name}.deps.json"), text);
        Assert.Equal("7", session.Value($"#r \"{feed.Folder}/{name}.dll\"\n{name}.Outer.Value"));
        Assert.Equal($"{name}.deps.json cannot be read: what {name}.dll needs beyond its own folder is not found.", Assert.Single(session.Shown).Bundle.Text);
    }

    // A library that asks its package for a number, and the package in a feed.
    private void Library(string version)
    {
        var inner = Feed.Compile($"{name}.Needed", $"namespace {name}; public static class Inner {{ public static int Value => 7; }}");
        feed.Pack($"{name}.Needed", "1.0.0", new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.Needed.dll"] = inner });
        File.WriteAllBytes(Path.Combine(feed.Folder, $"{name}.dll"), Feed.Compile(name, $"namespace {name}; public static class Outer {{ public static int Value => Inner.Value; }}", MetadataReference.CreateFromImage(inner)));
        File.WriteAllText(Path.Combine(feed.Folder, $"{name}.deps.json"), $$$"""
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": {
                "{{{name}}}/1.0.0": { "dependencies": { "{{{name}}}.Needed": "{{{version}}}" }, "runtime": { "{{{name}}}.dll": {} } },
                "{{{name}}}.Needed/{{{version}}}": { "runtime": { "lib/net10.0/{{{name}}}.Needed.dll": {} } } } },
              "libraries": {
                "{{{name}}}/1.0.0": { "type": "project" },
                "{{{name}}}.Needed/{{{version}}}": { "type": "package", "path": "{{{name.ToLowerInvariant()}}}.needed/{{{version}}}" } }
            }
            """);
    }
}
