using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Rooms.Tests;

/// <summary>Habits of the sources: one idea on a page, short functions, randomness as an argument, nothing unfinished.</summary>
public sealed class SourcesTests
{
    private const int PageLines = 250, FunctionLines = 40;

    private static IEnumerable<string> Library => Repository.Files("lib", "*.cs").Concat(Repository.Files("kernel/src", "*.cs")).Concat(Repository.Files("classroom", "*.cs"));

    [Fact]
    public void No_folder_is_named_for_nothing()
    {
        var folders = ((string[])["lib", "kernel", "classroom", "tests"]).SelectMany(room => Repository.Files(room, "*")).Select(file => Repository.Short(Path.GetDirectoryName(file)!)).Distinct();
        Assert.DoesNotContain(folders, folder => Regex.IsMatch(folder, "(^|/)(Utils?|Utilities|Helpers?|Common|Misc)(/|$)", RegexOptions.IgnoreCase));
    }

    [Fact]
    public void A_file_of_the_library_fits_on_a_page() => Assert.Empty(
        from file in Library
        let lines = File.ReadLines(file).Count()
        where lines > PageLines
        select $"{Repository.Short(file)}: {lines} lines");

    [Fact]
    public void A_function_of_the_library_fits_on_a_screen() => Assert.Empty(
        from file in Library
        from function in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        let span = function.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > FunctionLines
        select $"{Repository.Short(file)}:{span.StartLinePosition.Line + 1}: {lines} lines");

    [Fact]
    public void A_class_is_sealed_or_abstract_or_static() => Assert.Empty(
        from file in Library
        from type in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.IsKind(SyntaxKind.ClassDeclaration) || type.IsKind(SyntaxKind.RecordDeclaration)
        where !type.Modifiers.Any(word => word.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword)
        select $"{Repository.Short(file)}: {type.Identifier.Text}");

    [Fact]
    public void No_namespace_of_another_library_is_declared() => Assert.Empty(
        from file in Library
        from space in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        where space.Name.ToString().Split('.')[0] != "Workbook"
        select $"{Repository.Short(file)}: {space.Name}");

    [Theory]
    [InlineData(@"\bRandom\.Shared\b", "randomness arrives as an argument")]
    [InlineData(@"\bnew Random\(\)", "randomness arrives as an argument")]
    [InlineData(@"\b(TODO|FIXME|HACK)\b", "nothing unfinished is committed")]
    [InlineData(@"^\s*#(if|elif)\b", "the engine is chosen by the project, not in the text")]
    public void A_banned_word_stays_out_of_the_library(string word, string reason)
    {
        var pattern = new Regex(word, RegexOptions.Multiline);
        var found = Library.Where(file => pattern.IsMatch(File.ReadAllText(file))).Select(Repository.Short).ToList();
        Assert.True(found.Count == 0, $"{reason}: {string.Join(", ", found)}");
    }

    [Fact]
    public void No_room_writes_json_by_reflection_which_programs_of_one_file_lack() => Assert.Empty(
        from file in Repository.Files("lib", "*.cs")
        from line in File.ReadLines(file)
        where line.Contains("JsonSerializer.", StringComparison.Ordinal) && !line.Contains("Json.Default", StringComparison.Ordinal)
        select $"{Repository.Short(file)}: {line.Trim()}");

    [Fact]
    public void No_room_draws_without_a_generator() =>
        Assert.Empty(Library.Where(file => Regex.IsMatch(File.ReadAllText(file), @"\b(rand|randn|randint)_like\b")).Select(Repository.Short));

    [Fact]
    public void Nothing_in_the_library_throws_that_it_is_not_implemented() =>
        Assert.Empty(Library.Where(file => Regex.IsMatch(File.ReadAllText(file), @"throw new NotImplementedException")).Select(Repository.Short));
}
