using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Tests;

/// <summary>Libraries from files and from a feed: a folder with one package that the test makes.</summary>
[Collection("console")]
public sealed class PackageTests : IDisposable
{
    private readonly Session session = new();
    private readonly string name = $"Lent{Guid.NewGuid():N}";
    private readonly Feed feed = new();

    public void Dispose() => feed.Dispose();

    private string Folder => feed.Folder;

    [Fact]
    public void A_package_comes_from_a_feed_with_the_version_asked_for()
    {
        Pack("1.2.3", "7");
        Pack("2.0.0", "8");
        Assert.Equal("7", session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.2.3\"\n{name}.Seven.Value"));
        Assert.Equal("7", session.Value($"{name}.Seven.Value"));
    }

    [Fact]
    public void A_package_that_nobody_has_is_an_error_at_its_line()
    {
        var error = session.Error($"var x = 1;\n#i \"nuget: {Folder}\"\n#r \"nuget: {name}.Missing, 1.0.0\"");
        Assert.Contains($"The package {name}.Missing cannot be had. NU", error.Message);
        Assert.Contains("at Cell 1, line 3", Session.Plain(error));
    }

    [Fact]
    public void The_packages_of_a_cell_come_together_and_one_that_is_not_there_is_an_error_at_its_own_line()
    {
        Pack("1.0.0", "7");
        var error = session.Error($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0.0\"\n#r \"nuget: {name}.Missing, 1.0.0\"");
        Assert.Contains($"The package {name}.Missing cannot be had. NU1101", error.Message);
        Assert.Contains("at Cell 1, line 3", Session.Plain(error));
        Assert.Equal("7", session.Value($"#r \"nuget: {name}, 1.0.0\"\n{name}.Seven.Value"));
    }

    [Fact]
    public void It_says_which_version_came_and_that_the_one_asked_for_is_not_there()
    {
        Pack("2.0.0", "8");
        session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.2.3\"");
        Assert.Equal([$"Getting {name} …", $"{name} 2.0.0 (there is no 1.2.3)"], Said);
    }

    [Fact]
    public void Without_a_version_the_newest_comes_and_a_star_takes_the_newest_that_fits()
    {
        Pack("1.2.3", "7");
        Pack("1.9.0", "8");
        Pack("2.0.0", "9");
        Assert.Equal("8", session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.*\"\n{name}.Seven.Value"));
        Assert.Equal("8", session.Value($"#r \"nuget: {name}\"\n{name}.Seven.Value"));             // what is in use is good enough
        Assert.Equal("9", new Session().Format("text/plain", $"#i \"nuget: {Folder}\"\n#r \"nuget: {name}\"\n1 + 8"));
    }

    [Fact]
    public void Another_version_of_what_is_in_use_is_refused_in_words()
    {
        Pack("1.0.0", "7");
        Pack("2.0.0", "8");
        session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        var error = session.Error($"#r \"nuget: {name}, 2.0.0\"");
        Assert.Contains($"{name} 1.0.0 is in use since an earlier cell; restart the kernel to take 2.0.0.", error.Message);
        Assert.Equal("7", session.Value($"{name}.Seven.Value"));
    }

    [Fact]
    public void Two_versions_in_one_cell_are_an_error_at_the_second()
    {
        Pack("1.0.0", "7");
        Pack("2.0.0", "8");
        var error = session.Error($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0\"\n#r \"nuget: {name}, 1.0.0\"\n#r \"nuget: {name}, 2.0.0\"");
        Assert.Contains($"{name} is asked for in two versions, 1.0 above and 2.0.0 here; a session has one: keep one of the lines.", error.Message);
        Assert.Contains("at Cell 1, line 4", Session.Plain(error));
    }

    [Theory]
    [InlineData("1.2", "1.2.0", true)]
    [InlineData("1.2.0.0", "1.2.0", true)]
    [InlineData("1.02.0", "1.2.0", true)]
    [InlineData("1.2.0-rc.1", "1.2.0-RC.1", true)]
    [InlineData("1.2.0+5", "1.2.0", true)]
    [InlineData("1.2.0.1", "1.2.0", false)]
    [InlineData("1.2.0-rc.1", "1.2.0", false)]
    [InlineData("1.*", "1.2.0", true)]
    [InlineData("2.*", "1.2.0", false)]
    [InlineData("[1.0, 2.0)", "1.2.0", true)]
    public void A_version_in_use_will_do_where_it_is_what_NuGet_would_choose(string asked, string used, bool does) => Assert.Equal(does, PackageVersion.Allows(asked, used));

    [Fact]
    public void A_cell_that_asked_for_a_version_that_is_not_there_runs_again()
    {
        Pack("2.0.0", "8");
        session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.2.3\"");
        Assert.Equal("8", session.Value($"#r \"nuget: {name}, 1.2.3\"\n{name}.Seven.Value"));
    }

    [Fact]
    public void A_package_that_needs_another_version_of_what_is_in_use_is_told_which_stays()
    {
        Pack("1.0.0", "7");
        Pack("2.0.0", "8");
        feed.Pack($"{name}.Over", "1.0.0", new Dictionary<string, byte[]>(), (name, "2.0.0"));
        session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        session.Value($"#r \"nuget: {name}.Over, 1.0.0\"");
        Assert.Contains($"{name}.Over 1.0.0\n{name} stays at 1.0.0, which was asked for; 2.0.0 was wanted by {name}.Over.", Said);
        Assert.Equal("7", session.Value($"{name}.Seven.Value"));
    }

    [Fact]
    public void A_feed_without_the_package_is_answered_with_the_line_that_adds_one()
    {
        Pack("1.0.0", "7");
        Assert.Contains("A source that has it is added by a line above: #i \"nuget: ADDRESS OR FOLDER\".", session.Error($"#r \"nuget: {name}, 1.0.0\"").Message);
        Assert.Contains("NU1102", session.Error($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, [3.0.0]\"").Message);
    }

    [Fact]
    public void Without_an_SDK_a_package_is_refused_in_words()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cache"));
        File.WriteAllText(Path.Combine(Folder, "cache", "global.json"), """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");       // as good as none
        Assert.Contains("Packages are restored by the .NET SDK, and there is none here", session.Error($"#r \"nuget: {name}, 1.0.0\"").Message);
    }

    [Fact]
    public void What_a_package_brings_for_notebooks_is_listed_assemblies_before_the_notebook()
    {
        var files = new Dictionary<string, byte[]>
        {
            ["interactive-extensions/dotnet/extension.dib"] = Feed.Text("#!csharp"),
            ["interactive-extensions/dotnet/B.dll"] = Feed.Compile("B", "class B { }"),
            ["interactive-extensions/dotnet/words.txt"] = Feed.Text("no"),
        };
        feed.Pack(name, "1.0.0", files);
        var packages = new Packages();
        packages.AddSource(Folder);
        var place = Path.Combine(feed.Unpacked, name.ToLowerInvariant(), "1.0.0", "interactive-extensions", "dotnet");
        Assert.Equal([Path.Combine(place, "B.dll"), Path.Combine(place, "extension.dib")], packages.Add([(name, "1.0.0")], CancellationToken.None).Extensions);
    }

    [Fact]
    public void The_same_packages_are_not_restored_twice()
    {
        Pack("1.0.0", "7");
        session.Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        foreach (var project in Projects) File.Delete(project);
        new Session().Value($"#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Empty(Projects);                                                              // nothing was written for `dotnet restore`
    }

    private string[] Projects => Directory.GetFiles(Folder, "packages.csproj", SearchOption.AllDirectories);

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
        var inner = Feed.Compile($"{name}Inner", "public class Inner { public int N => 5; }");
        var outer = Feed.Compile(name, "public class Outer { public Inner Make() => new Inner(); }", MetadataReference.CreateFromImage(inner));
        File.WriteAllBytes(Path.Combine(Folder, $"{name}Inner.dll"), inner);
        File.WriteAllBytes(Path.Combine(Folder, $"{name}.dll"), outer);
        Assert.Equal("5", session.Value($"#r \"{Folder}/{name}.dll\"\nnew Outer().Make().N"));
    }

    [Fact]
    public void FSharp_takes_a_package_and_a_library_by_the_same_lines()
    {
        Pack("1.2.3", "7");
        File.WriteAllBytes(Path.Combine(Folder, $"{name}Beside.dll"), Feed.Compile($"{name}Beside", $"namespace {name}Space; public class Beside {{ public int N => 6; }}"));
        Assert.Equal("8", session.Value($"#!fsharp\n#i \"nuget: {Folder}\"\n#r \"nuget: {name}, 1.2.3\"\n{name}.Seven.Value + 1"));
        Assert.Equal("6", session.Value($"#!fsharp\n#r \"{Folder}/{name}Beside.dll\"\nopen {name}Space\nBeside().N"));
        Assert.Equal("13", session.Value($"{name}.Seven.Value + new {name}Space.Beside().N"));
        Assert.Contains("at Cell 4, line 2", Session.Plain(session.Error($"#!fsharp\n#r \"{Folder}/nothing.dll\"")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_beside_a_referenced_one_is_found_by_name()
    {
        File.WriteAllBytes(Path.Combine(Folder, $"{name}.dll"), Feed.Compile(name, "public class Alone { }"));
        File.WriteAllBytes(Path.Combine(Folder, $"{name}Beside.dll"), Feed.Compile($"{name}Beside", $"namespace {name}Space; public class Beside {{ public int N => 6; }}"));
        Assert.Equal("6", session.Value($"#r \"{Folder}/{name}.dll\"\nusing {name}Space;\nnew Beside().N"));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_told_so()
    {
        File.WriteAllText(Path.Combine(Folder, "text.dll"), "no");
        Assert.Contains("not a .NET assembly", session.Error($"#r \"{Folder}/text.dll\"").Message);
    }

    private void Pack(string version, string value) => feed.Pack(name, version, $"namespace {name}; public static class Seven {{ public static int Value => {value}; }}");
}
