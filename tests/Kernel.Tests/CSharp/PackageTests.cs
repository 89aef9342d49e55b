using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>Libraries from files and from a feed: a folder with one package that the test makes.</summary>
[Collection("console")]
public sealed class PackageTests : IDisposable
{
    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
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
    public void The_packages_of_a_cell_come_together_and_one_that_is_not_there_is_an_error_at_its_own_line()
    {
        Pack("1.0.0", "7");
        var error = session.Error($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.0.0\"\n#r \"nuget: {name}.Missing, 1.0.0\"");
        Assert.Contains($"The package {name}.Missing cannot be had. NU1101", error.Message);
        Assert.Contains("at Cell 1, line 3", Session.Plain(error));
        Assert.Equal("7", session.Value($"#r \"nuget: {name}, 1.0.0\"\n{name}.Seven.Value"));
    }

    [Fact]
    public void It_says_which_version_came_and_that_the_one_asked_for_is_not_there()
    {
        Pack("2.0.0", "8");
        session.Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.2.3\"");
        Assert.Equal([$"Getting {name} …", $"{name} 2.0.0 (there is no 1.2.3)"], Said);
    }

    [Fact]
    public void Without_a_version_the_newest_comes_and_a_star_takes_the_newest_that_fits()
    {
        Pack("1.2.3", "7");
        Pack("1.9.0", "8");
        Pack("2.0.0", "9");
        Assert.Equal("8", session.Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.*\"\n{name}.Seven.Value"));
        Assert.Equal("8", session.Value($"#r \"nuget: {name}\"\n{name}.Seven.Value"));             // what is in use is good enough
        Assert.Equal("9", new Session().Format("text/plain", $"#i \"nuget: {folder}\"\n#r \"nuget: {name}\"\n1 + 8"));
    }

    [Fact]
    public void Another_version_of_what_is_in_use_is_refused_in_words()
    {
        Pack("1.0.0", "7");
        Pack("2.0.0", "8");
        session.Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        var error = session.Error($"#r \"nuget: {name}, 2.0.0\"");
        Assert.Contains($"{name} 1.0.0 is in use since an earlier cell; restart the kernel to take 2.0.0.", error.Message);
        Assert.Equal("7", session.Value($"{name}.Seven.Value"));
    }

    [Fact]
    public void The_same_packages_are_not_restored_twice()
    {
        Pack("1.0.0", "7");
        session.Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        Environment.SetEnvironmentVariable("PATH", "");
        try
        {
            new Session().Value($"#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.0.0\"");       // no `dotnet` could be started
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [SkippableFact]
    public void A_package_of_the_public_feed_comes_with_those_it_needs()
    {
        const string cell = "#r \"nuget: Newtonsoft.Json, 13.0.3\"\nNewtonsoft.Json.Linq.JObject.Parse(\"{\\\"a\\\": [1, 2]}\")[\"a\"].Count()";
        var outcome = session.Run(cell);
        if (outcome is CellOutcome.Failed { Error: var error }) Skip.If(error.Message.Contains("NU1301") || error.Message.Contains("NU1101"), $"the public feed cannot be reached: {error.Message}");
        Assert.Equal("2", Assert.IsType<CellOutcome.Done>(outcome).Value!.Text);
    }

    private IEnumerable<string> Said => session.Shown.Select(shown => shown.Bundle.Text).Concat(session.Updated.Select(updated => updated.Bundle.Text))
        .Where(text => !text.EndsWith(" s", StringComparison.Ordinal));

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
    public void FSharp_takes_a_package_and_a_library_by_the_same_lines()
    {
        Pack("1.2.3", "7");
        File.WriteAllBytes(Path.Combine(folder, $"{name}Beside.dll"), Compile($"{name}Beside", $"namespace {name}Space; public class Beside {{ public int N => 6; }}"));
        Assert.Equal("8", session.Value($"#!fsharp\n#i \"nuget: {folder}\"\n#r \"nuget: {name}, 1.2.3\"\n{name}.Seven.Value + 1"));
        Assert.Equal("6", session.Value($"#!fsharp\n#r \"{folder}/{name}Beside.dll\"\nopen {name}Space\nBeside().N"));
        Assert.Equal("13", session.Value($"{name}.Seven.Value + new {name}Space.Beside().N"));
        Assert.Contains("at Cell 4, line 2", Session.Plain(session.Error($"#!fsharp\n#r \"{folder}/nothing.dll\"")), StringComparison.Ordinal);
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
