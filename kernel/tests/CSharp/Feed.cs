using System.IO.Compression;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>A folder of packages that a test makes, and caches of its own beside it.</summary>
internal sealed class Feed : IDisposable
{
    /// <summary>Where the packages are.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("workbook-").FullName;

    /// <summary>Where NuGet unpacks them.</summary>
    public string Unpacked => Path.Combine(Folder, "packages");

    /// <param name="ownPackages">Whether NuGet unpacks into this folder too, and not where it does for everyone.</param>
    public Feed(bool ownPackages = true)
    {
        if (ownPackages) Environment.SetEnvironmentVariable("NUGET_PACKAGES", Unpacked);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", Path.Combine(Folder, "cache"));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", null);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The line by which a cell takes packages from here.</summary>
    public string Line => $"#i \"nuget: {Folder}\"";

    /// <summary>Makes a package of these files, which needs those packages.</summary>
    public void Pack(string name, string version, IReadOnlyDictionary<string, byte[]> files, params (string Name, string Version)[] needs)
    {
        using var package = ZipFile.Open(Path.Combine(Folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        foreach (var (path, content) in files)
            using (var file = package.CreateEntry(path).Open()) file.Write(content);
        var dependencies = string.Concat(needs.Select(need => $"<dependency id=\"{need.Name}\" version=\"{need.Version}\"/>"));
        using var description = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
        description.Write($"<package><metadata><id>{name}</id><version>{version}</version><authors>us</authors><description>A test.</description>" +
            $"<dependencies><group targetFramework=\"net10.0\">{dependencies}</group></dependencies></metadata></package>");
    }

    /// <summary>A package with one assembly of its own name.</summary>
    public void Pack(string name, string version, string code) => Pack(name, version, new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.dll"] = Compile(name, code) });

    /// <summary>An assembly.</summary>
    public static byte[] Compile(string assembly, string code, params MetadataReference[] more) => Compile(assembly, code, [], more);

    /// <summary>An assembly that holds resources.</summary>
    public static byte[] Compile(string assembly, string code, ResourceDescription[] resources, params MetadataReference[] more)
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(code)], [.. new References().First(), .. more], new(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(image, manifestResources: resources);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>A file of text.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
