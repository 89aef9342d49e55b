using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Rooms.Tests;

/// <summary>The front page keeps its word: its code compiles, its files and commands are there, and it stays one page.</summary>
public sealed class ReadmeTests
{
    private static string Text { get; } = File.ReadAllText(Repository.At("README.md"));

    public static TheoryData<string> Snippets =>
        new(Regex.Matches(Text, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => Regex.Replace(match.Groups[1].Value, "^#r .*", "", RegexOptions.Multiline)));

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Its_code_compiles_with_the_usings_of_a_notebook(string snippet)
    {
        var usings = File.ReadLines(Repository.At("notebooks", "workbook.csx")).Where(line => line.StartsWith("using "));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var script = CSharpCompilation.CreateScriptCompilation("Readme",
            CSharpSyntaxTree.ParseText(string.Join('\n', usings.Append(snippet)), new CSharpParseOptions(kind: SourceCodeKind.Script)), references);
        Assert.Empty(script.GetDiagnostics().Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.ToString()));
    }

    [Fact]
    public void It_stays_below_120_lines() => Assert.InRange(Text.Split('\n').Length, 20, 120);

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("kernel/README.md")]
    [InlineData("classroom/README.md")]
    [InlineData("classroom/syllabus.md")]
    [InlineData("classroom/running.md")]
    [InlineData("classroom/workshops/README.md")]
    [InlineData("classroom/hub/README.md")]
    public void A_file_it_links_is_there(string page) => Assert.Empty(
        from Match link in Regex.Matches(File.ReadAllText(Repository.At(page)), @"\]\((?!https?:|#)([^)#]+)")
        where !Path.Exists(Repository.At(Path.GetDirectoryName(page)!, link.Groups[1].Value))
        select link.Groups[1].Value);

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("kernel/README.md")]
    [InlineData("classroom/README.md")]
    [InlineData("classroom/syllabus.md")]
    [InlineData("classroom/running.md")]
    [InlineData("classroom/workshops/README.md")]
    [InlineData("classroom/hub/README.md")]
    public void A_command_it_names_is_there(string page) => Assert.Empty(
        from Match command in Regex.Matches(File.ReadAllText(Repository.At(page)), @"\./workbook ([a-z]+)")
        where !File.Exists(Repository.At("tools", "commands", command.Groups[1].Value + ".sh"))
        select command.Groups[1].Value);
}
