using System.Text.RegularExpressions;
using Workbook.Coverage;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary><c>lib/Models/README.md</c> is what the sources say, and every line of it names a test.</summary>
public sealed class ModelIndexTests
{
    private static readonly string now = ModelIndex.Write(Repository.At());

    [Fact]
    public void The_index_is_the_one_that_the_sources_give() =>
        Assert.True(now == File.ReadAllText(ModelIndex.PathIn(Repository.At())), "lib/Models/README.md is not what the sources say today: ./workbook coverage --index, and commit the difference.");

    [Fact]
    public void Every_model_has_a_test_and_every_link_leads_somewhere()
    {
        var lines = now.Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count >= 40, $"only {lines.Count} types are listed");
        Course.MustBeEmpty(lines.Where(line => !line.EndsWith("Tests.cs) |", StringComparison.Ordinal)));
        Course.MustBeEmpty(
            from line in lines
            from Match link in Regex.Matches(line, @"\]\(([^)]+)\)")
            where !File.Exists(Path.Combine(Repository.At("lib", "Models"), link.Groups[1].Value))
            select $"{line}: there is no {link.Groups[1].Value}");
    }

    [Fact]
    public void A_line_has_the_first_sentence_the_paper_the_notebook_and_the_test()
    {
        Assert.Contains("| [`Pca`](Linear/Pca.cs) | Principal component analysis with the face of an autoencoder: u = P(x − m), x̂ = Pᵀu + m | "
            + "Hotelling, \"Analysis of a complex of statistical variables into principal components\" (1933) | "
            + "[02](../../notebooks/02-pca-and-linear-autoencoders.ipynb) | [PcaTests](../../tests/Models.Tests/Linear/PcaTests.cs) |", now);
        Assert.Contains("| Vincent et al. (2010) | [05]", now);                     // a year without a title; a notebook that the file names
        Assert.Contains("| Le et al. (ICML 2012) | [08]", now);
    }
}
