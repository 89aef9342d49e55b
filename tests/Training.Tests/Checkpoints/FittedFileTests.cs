using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training.Tests;

public sealed class FittedFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-fitted-").FullName;

    private string File => Path.Combine(folder, "deeper", "digits.pca");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Principal_components_come_back_to_the_last_bit(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var x = rand(50, 12, generator: new Generator(3)).to(type);
        using var pca = Pca.Fit(x, 4);
        Assert.Equal(System.IO.Path.GetFullPath(File), pca.Save(File));
        using var again = FittedFile.Load<Pca>(File);
        Assert.True(again.Reconstruct(x).Equals(pca.Reconstruct(x)));
        Assert.Equal((type, pca.TotalVariance), (again.Components.dtype, again.TotalVariance));
        Assert.True(again.ExplainedVarianceRatio.Equals(pca.ExplainedVarianceRatio) && again.Mean.Equals(pca.Mean));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void What_is_kept_is_the_callers_still()
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(rand(20, 5), 2);
        pca.Save(File);
        pca.Save(File);
        Assert.Equal([2, 5], pca.Components.shape);
    }

    [Fact]
    public void A_file_that_is_not_whole_is_refused_in_one_sentence()
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(rand(20, 5, generator: new Generator(1)), 2);
        pca.Save(File);
        var whole = System.IO.File.ReadAllBytes(File);
        foreach (var bytes in (byte[][])[[], whole[..40], whole[..(whole.Length / 2)], whole[..^1]])
        {
            System.IO.File.WriteAllBytes(File, bytes);
            Assert.Contains("this is no whole file of a Pca (", Assert.Throws<InvalidDataException>(() => FittedFile.Load<Pca>(File)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bit_that_flipped_changes_no_number()
    {
        using var scope = NewDisposeScope();
        var x = rand(20, 5, generator: new Generator(1));
        using var pca = Pca.Fit(x, 2);
        pca.Save(File);
        var (whole, expected) = (System.IO.File.ReadAllBytes(File), pca.Reconstruct(x));
        for (var at = 0; at < whole.Length; at += 3)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x08;
            System.IO.File.WriteAllBytes(File, damaged);
            try
            {
                using var again = FittedFile.Load<Pca>(File);
                Assert.True(again.Reconstruct(x).Equals(expected), $"byte {at} of {whole.Length} gave other numbers");
            }
            catch (InvalidDataException refused)
            {
                Assert.Contains("It was left as it is", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_of_something_else_says_what_it_holds()
    {
        using var scope = NewDisposeScope();
        using var pca = Pca.Fit(rand(20, 5), 2);
        pca.Save(File);
        Assert.Contains("it holds a Pca, not a Line", Assert.Throws<InvalidDataException>(() => FittedFile.Load<Line>(File)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => FittedFile.Load<Pca>(File + "x"));
    }

    private sealed class Line : IFitted<Line>
    {
        public IReadOnlyDictionary<string, Tensor> State => new Dictionary<string, Tensor>();

        public static Line Of(IReadOnlyDictionary<string, Tensor> state) => new();
    }
}
