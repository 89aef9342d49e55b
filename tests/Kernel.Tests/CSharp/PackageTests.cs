using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>Libraries from files and from a feed: a folder with one package that the test makes.</summary>
[Collection("console")]
public sealed class PackageTests : IDisposable
{
    private readonly Session session = new();
    private readonly string name = $"Lent{Guid.NewGuid():N}";
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-").FullName;

    public PackageTests()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(folder, "packages"));
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", Path.Combine(folder, "cache"));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", null);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_package_comes_from_a_feed_with_the_version_asked_for()
    {
        Pack("1.2.3", "7");
        Pack("2.0.0", "8");
        Assert.Equal("7", session.Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.2.3\"\n{name}.Seven.Value"));
        Assert.Equal("7", session.Value($"{name}.Seven.Value"));
    }

    [Fact]
    public void A_package_that_nobody_has_is_an_error_at_its_line()
    {
        var error = session.Error($"var x = 1;\n#i \"nuget: {folder}\"\n#r \"nuget: {name}.Missing, 1.0.0\"");
        Assert.Contains($"The package {name}.Missing cannot be had. NU", error.Message);
        Assert.Contains("at Cell 1, line 3", Session.Plain(error));
    }

    [Fact]
    public void A_library_brings_those_beside_it_that_it_needs()
    {
        var inner = Compile($"{name}Inner", "public class Inner { public int N => 5; }");
        var outer = Compile(name, "public class Outer { public Inner Make() => new Inner(); }", MetadataReference.CreateFromImage(inner));
        File.WriteAllBytes(Path.Combine(folder, $"{name}Inner.dll"), inner);
        File.WriteAllBytes(Path.Combine(folder, $"{name}.dll"), outer);
        Assert.Equal("5", session.Value($"#r \"{folder}/{name}.dll\"\nnew Outer().Make().N"));
    }

    [Fact]
    public void A_library_beside_a_referenced_one_is_found_by_name()
    {
        File.WriteAllBytes(Path.Combine(folder, $"{name}.dll"), Compile(name, "public class Alone { }"));
        File.WriteAllBytes(Path.Combine(folder, $"{name}Beside.dll"), Compile($"{name}Beside", $"namespace {name}Space; public class Beside {{ public int N => 6; }}"));
        Assert.Equal("6", session.Value($"#r \"{folder}/{name}.dll\"\nusing {name}Space;\nnew Beside().N"));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_told_so()
    {
        File.WriteAllText(Path.Combine(folder, "text.dll"), "no");
        Assert.Contains("not a .NET assembly", session.Error($"#r \"{folder}/text.dll\"").Message);
    }

    private void Pack(string version, string value)
    {
        using var package = ZipFile.Open(Path.Combine(folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var library = package.CreateEntry($"lib/net10.0/{name}.dll").Open())
            library.Write(Compile(name, $"namespace {name}; public static class Seven {{ public static int Value => {value}; }}"));
        using var description = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
        description.Write($"<package><metadata><id>{name}</id><version>{version}</version><authors>us</authors><description>A test.</description></metadata></package>");
    }

    private static byte[] Compile(string assembly, string code, params MetadataReference[] more)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(code)], [.. new References().First(), .. more], new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success);
        return image.ToArray();
    }
}
