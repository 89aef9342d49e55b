using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Data.Tests;

/// <summary>What data/README.md shows a newcomer runs as it stands, on files of the kind it speaks of.</summary>
[Collection(RecordingScreen.Name)]
public sealed class DataReadmeTests : IDisposable
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using TorchSharp; global using Workbook.Data; global using static TorchSharp.torch;";
    private static readonly string[] Snippets = [.. Regex.Matches(File.ReadAllText(Path.Combine(Root(), "data", "README.md")), "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void There_is_an_example_of_each_kind_and_none_is_longer_than_five_lines()
    {
        Assert.Equal(["FromFolder", "FromIdx", "Table.Read", "TextLines.Read"], Snippets.Select(snippet => Regex.Match(snippet, @"FromFolder|FromIdx|Table\.Read|TextLines\.Read").Value));
        Assert.All(Snippets, snippet => Assert.InRange(snippet.TrimEnd().Split('\n').Length, 1, 5));
    }

    [Fact]
    public void A_folder_of_pictures_comes_in_as_the_page_says()
    {
        foreach (var animal in new[] { "cat", "dog" })
            for (var i = 0; i < 10; i++) folder.Write($"pictures/{animal}/{i}.png", PngWriter.Png(PngWriter.Grey, 2, 2, (byte)i, 1, 2, 3));
        var shown = Run(Snippets[0]);
        Assert.StartsWith("pictures: 16 images to learn from, 4 held out, 28 × 28 pixels; cat, dog\npictures: 20 grey images of 28 × 28 pixels in 2 classes. From ", shown);
        Assert.EndsWith("(16, 784)\n", shown);
    }

    [Fact]
    public void Idx_files_come_in_as_the_page_says()
    {
        folder.Write("my-images-idx3-ubyte.gz", [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 1, 0, 0, 0, 2, .. new byte[20]]);
        folder.Write("my-labels-idx1-ubyte.gz", [0, 0, 8, 1, 0, 0, 0, 10, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        var shown = Run(Snippets[1]);
        Assert.StartsWith("my-images-idx3-ubyte.gz: 8 images to learn from, 2 held out, 1 × 2 pixels; 0, 1\n", shown);
        Assert.EndsWith("(8, 2)\n", shown);
    }

    [Fact]
    public void A_table_comes_in_and_goes_out_as_the_page_says()
    {
        var rows = Enumerable.Range(0, 41).Select(i => $"{20 + i},{(i % 2 == 0 ? "Rome" : "Oslo")},{(i % 3 == 0 ? "high" : "low")}").Append("?,Rome,low");
        folder.Write("people.csv", Encoding.UTF8.GetBytes("age,city,income\n" + string.Join('\n', rows)));
        var shown = Run(Snippets[2]).Split('\n');
        Assert.Equal("people.csv: 31 rows, 1 numeric and 2 categorical columns, 0 entries missing", shown[0]);
        Assert.Contains("age, city=Oslo, city=Rome", shown);
        Assert.Contains("people.csv, decoded: 10 rows, 1 numeric and 1 categorical columns, 0 entries missing", shown);
    }

    [Fact]
    public void Lines_of_text_come_in_as_the_page_says()
    {
        folder.Write("reviews.txt", Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? "good\tI liked it" : "bad\tI slept"))));
        Assert.Matches(@"^reviews\.txt: 16 texts in 2 classes \(bad, good\); i (liked it|slept)\n$", Run(Snippets[3]));
    }

    /// <summary>Compiles an example as a program of its own, its file names in the test's folder, and returns what it writes.</summary>
    private string Run(string snippet)
    {
        var named = Regex.Replace(snippet, "\"(pictures|my-[a-z0-9-]+\\.gz|people\\.csv|reviews\\.txt)\"", match => SymbolDisplay.FormatLiteral(folder[match.Groups[1].Value], quote: true));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var program = CSharpCompilation.Create($"Example{Guid.NewGuid():N}", [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(named)], references);
        using var file = new MemoryStream();
        var made = program.Emit(file);
        Assert.True(made.Success, string.Join('\n', made.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)));
        var (console, written) = (Console.Out, new StringWriter { NewLine = "\n" });
        Console.SetOut(written);
        try
        {
            Assembly.Load(file.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }
        return written.ToString();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Workbook.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
