namespace Workbook.Kernel.Tests;

/// <summary>Lines at the top of a program of one file, in a cell and in a file that a cell loads; and references by name.</summary>
[Collection("console")]
public sealed class FilePragmaTests : IDisposable
{
    private readonly Feed feed = new();
    private readonly Session session = new();
    private readonly string name = $"Given{Guid.NewGuid():N}";

    public FilePragmaTests()
    {
        foreach (var (version, value) in ((string, int)[])[("1.0.0", 7), ("1.1.0", 8)])
            feed.Pack(name, version, new Dictionary<string, byte[]> { [$"lib/net10.0/{name}.dll"] = Feed.Compile(name, $"namespace {name}; public static class It {{ public static int Value => {value}; }}") });
    }

    public void Dispose() => feed.Dispose();

    [Theory]
    [InlineData("@1.0.0", "7")]
    [InlineData(" @ 1.0.0", "7")]
    [InlineData("@1.1.0", "8")]
    [InlineData("@*", "8")]
    [InlineData("", "8")]
    public void A_package_is_brought(string version, string value) =>
        Assert.Equal(value, session.Value($"#!/usr/bin/env dotnet\n{feed.Line}\n#:package {name}{version}\n{name}.It.Value"));

    [Fact]
    public void A_loaded_program_brings_its_packages_and_what_is_about_building_is_passed_over_with_one_note()
    {
        var file = Path.Combine(feed.Folder, "program.cs");
        File.WriteAllText(file, $"#!/usr/bin/env -S dotnet run\n#:package {name}@1.0.0\n#:sdk Microsoft.NET.Sdk\n#:property PublishAot=false\nusing {name};\nvar value = It.Value;\n");
        session.Value($"{feed.Line}\n#load \"{file}\"");
        Assert.Equal("7", session.Value("value"));
        Assert.Equal("Passed over, as a cell is no program to be built: #:sdk Microsoft.NET.Sdk, #:property PublishAot=false. A project's library is brought by #r \"library.dll\".",
            Assert.Single(session.Shown, shown => shown.Bundle.Text.Contains("#:", StringComparison.Ordinal)).Bundle.Text);
    }

    [Fact]
    public void Lines_and_columns_below_them_stay_right() =>
        Assert.Contains("line 3, column 3", Session.Plain(session.Error("#!/usr/bin/env dotnet\n#:property A=b\n  nothing")));

    [Theory]
    [InlineData("System.Xml.Linq")]
    [InlineData("System.Xml.Linq.dll")]
    [InlineData("System.Xml.Linq, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089")]
    public void An_assembly_of_the_framework_is_referenced_by_its_name(string assembly) =>
        Assert.Equal("<a>1</a>", session.Value($"#r \"{assembly}\"\nusing System.Xml.Linq;\nnew XElement(\"a\", 1).ToString()"));

    [Fact]
    public void FSharp_takes_such_a_name_too() =>
        Assert.Equal("<a>2</a>", session.Value("#!fsharp\n#r \"System.Xml.Linq\"\nopen System.Xml.Linq\nstring (XElement(XName.Get \"a\", 2))"));

    [Theory]
    [InlineData("System.Windows.Forms", "And .NET has no assembly of that name.")]
    [InlineData("project: x.csproj", "A project is not built here: build it")]
    [InlineData("x.fsproj", "A project is not built here: build it")]
    public void What_cannot_be_referenced_is_refused_with_a_sentence(string argument, string sentence) =>
        Assert.Contains(sentence, session.Error($"#r \"{argument}\"").Message);
}
