using System.Text.RegularExpressions;

namespace Workbook.Rooms.Tests;

/// <summary>Notebooks and their solutions are read in one place, which tools and tests use too.</summary>
public sealed class OneReaderTests
{
    private const string Reader = "kernel/src/Notebooks/";

    private static IEnumerable<string> Others => ((string[])["lib", "tools", "tests", "kernel", "classroom"]).SelectMany(side => Repository.Files(side, "*.cs"))
        .Where(file => !Repository.Short(file).StartsWith(Reader, StringComparison.Ordinal) && Path.GetFileName(file) != "OneReaderTests.cs");

    [Theory]
    [InlineData(@"\[""cells""\](?! = )", "the cells of a notebook")]              // to write one, as tests do, is another matter
    [InlineData(@"Property\(""cells""", "the cells of a notebook")]
    [InlineData(@"\^// %%", "the headings of solutions")]
    [InlineData(@"StartsWith\(""// %%", "the headings of solutions")]
    [InlineData(@"nbformat_minor""\](?! = )", "a notebook's format")]
    public void Nobody_else_reads(string pattern, string what)
    {
        var found = Others.Where(file => Regex.IsMatch(File.ReadAllText(file), pattern)).Select(Repository.Short).ToList();
        Assert.True(found.Count == 0, $"{what} are read by {Reader} alone, and by: {string.Join(", ", found)}");
    }

    [Fact]
    public void The_one_reader_is_where_it_is_looked_for() =>
        Assert.Contains(Repository.Files(Reader, "*.cs"), file => File.ReadAllText(file).Contains("[\"cells\"]", StringComparison.Ordinal));
}
