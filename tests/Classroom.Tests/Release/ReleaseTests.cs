using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>The packages that are given away: whole, silent about the machine that made them, and enough where nothing else is.</summary>
public sealed partial class ReleaseTests(Packed packed) : IClassFixture<Packed>
{
    private static readonly string[] rooms = ["Course", "Data", "Display", "Engine", "Evaluation", "Figures", "Models", "Training"];

    private static string Version { get; } = VersionElement().Match(File.ReadAllText(Repository.At("Directory.Build.props"))).Groups[1].Value;

    [Fact]
    public void Every_package_has_a_page_a_licence_words_and_symbols()
    {
        foreach (var room in rooms)
        {
            string[] parts = [.. Parts($"Workbook.{room}", "nupkg").Keys];
            Assert.Superset(new HashSet<string>(["README.md", "LICENSE", $"lib/net10.0/Workbook.{room}.dll", $"lib/net10.0/Workbook.{room}.xml"]), parts.ToHashSet());
            Assert.Contains($"lib/net10.0/Workbook.{room}.pdb", Parts($"Workbook.{room}", "snupkg").Keys);
        }
        Assert.Superset(new HashSet<string>(["README.md", "LICENSE"]), Parts("Workbook.Kernel", "nupkg").Keys.ToHashSet());
        Assert.Equal(rooms.Length + 1, Directory.GetFiles(packed.Packages, "*.nupkg").Length);
    }

    [Fact]
    public void None_names_a_folder_of_the_machine_that_made_it()
    {
        string[] homes = [Repository.Root, System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile) + "/."];
        var telling = from room in rooms
                      from kind in (string[])["nupkg", "snupkg"]
                      from part in Parts($"Workbook.{room}", kind)
                      from home in homes
                      from encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode]
                      where part.Value.AsSpan().IndexOf(encoding.GetBytes(home)) >= 0
                      select $"{part.Key} names {home}";
        Assert.Empty(telling);
    }

    [Fact]
    public void Their_version_is_the_changelogs_newest() =>
        Assert.Equal(Version, ReleaseHeading().Match(File.ReadAllText(Repository.At("CHANGELOG.md"))).Groups[1].Value);

    [Fact]
    public void The_package_of_the_course_brings_the_names_that_notebooks_begin_with()
    {
        var begin = File.ReadAllText(Repository.At("notebooks", "workbook.csx"));
        Assert.Equal($"#!csharp\n\n{begin[begin.IndexOf("using System;", StringComparison.Ordinal)..]}", File.ReadAllText(Repository.At("lib", "Course", "extension.dib")));
    }

    [Fact]
    public void Where_nothing_is_installed_the_tool_runs_a_notebook_that_asks_for_the_course()
    {
        var (code, said) = packed.Run("dotnet", "tool", "install", "Workbook.Kernel", "--tool-path", "tools");
        Assert.True(code == 0, said);
        var tool = Path.Combine(packed.Work, "tools", "workbook-kernel");

        (code, said) = packed.Run(tool, "install");
        Assert.True(code == 0, said);
        Assert.True(File.Exists(Path.Combine(packed.Home, ".local", "share", "jupyter", "kernels", "workbook", "kernel.json")), said);

        File.WriteAllText(Path.Combine(packed.Work, "first.ipynb"), Notebook(
            "#r \"nuget: Workbook.Course\"",
            "var result = new AutoencoderRun { CodeSize = 2, Epochs = 1 }.Train(Handwriting.Load(train: 600, test: 100));\nresult",
            "Figure.Curve(x => Math.Tanh(x), -3, 3)",
            "(result.Model.Encode(ones(3, 784)).shape[1], Pca.Fit(randn(50, 4), size: 2).Encode(randn(5, 4)).shape[0])"));
        (code, said) = packed.Run(tool, "notebook", "run", "first.ipynb", "--out", "out");
        Assert.True(code == 0, said);
        var outputs = Workbook.Kernel.Notebooks.Notebook.Read(Path.Combine(packed.Work, "out", "first.ipynb")).Cells.Select(cell => string.Concat(cell.Outputs)).ToArray();
        Assert.Contains("nats per held-out image", outputs[1]);
        Assert.Contains("application/vnd.plotly", outputs[2]);
        Assert.Contains("(2, 5)", outputs[3]);
    }

    [Fact]
    public void A_program_that_names_its_platform_computes()
    {
        var folder = Directory.CreateDirectory(Path.Combine(packed.Work, "program")).FullName;
        File.WriteAllText(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier><SelfContained>false</SelfContained></PropertyGroup>
              <ItemGroup><PackageReference Include="Workbook.Models" Version="{Version}" /><PackageReference Include="Workbook.Engine" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            Workbook.Engine.Natives.Load();
            var codes = Workbook.Models.Pca.Fit(TorchSharp.torch.randn(50, 4), size: 2).Encode(TorchSharp.torch.randn(3, 4));
            Console.WriteLine(string.Join(" × ", codes.shape));
            """);
        var (code, said) = packed.Run("dotnet", "run", "--project", folder);
        Assert.True(code == 0, said);
        Assert.EndsWith("3 × 2", said.Trim());
    }

    private Dictionary<string, byte[]> Parts(string package, string kind)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(packed.Packages, $"{package}.{Version}.{kind}"));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((source, i) => new JsonObject { ["cell_type"] = "code", ["id"] = $"cell{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = source })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "workbook", ["display_name"] = "C# (Workbook)", ["language"] = "C#" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    [GeneratedRegex("<Version>(.*)</Version>")]
    private static partial Regex VersionElement();

    [GeneratedRegex(@"(?m)^## \[(\d+\.\d+\.\d+)\]")]
    private static partial Regex ReleaseHeading();
}
