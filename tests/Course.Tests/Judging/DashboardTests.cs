using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class DashboardTests
{
    private static Dashboard Board(int training = 600, int heldOut = 300)
    {
        using var known = Handwriting.Sample(training);
        using var unseen = Handwriting.Sample(heldOut, first: 60_000);
        return new(Cloned(known), Cloned(unseen)) { Draws = 100 };

        static EvaluationSet Cloned(HandwritingSample sample) => new(sample.Images, sample.Digit.clone(),
            [new("slant", sample.Slant.clone()), new("weight", sample.Weight.clone()), new("style", sample.Style.clone())]);
    }

    [Fact]
    public void The_code_that_packs_bits_wins_the_held_out_loss_and_loses_every_other_wish()
    {
        var board = Board();
        using var pca = Pca.Fit(board.Training.Images, 15);
        var linear = board.Judge("PCA", pca);
        var packed = board.Judge("bits", BitPackingAutoencoder.InDoubles(784));
        Assert.Equal(linear.CodeSize, packed.CodeSize);                             // 15 numbers each: none has more room
        Assert.Equal(0, packed.SquaredError);
        Assert.True(linear.SquaredError > 10);
        Assert.True(packed.DigitProbe < linear.DigitProbe - 0.2, $"{packed.DigitProbe} against {linear.DigitProbe}");
        Assert.True(packed.DigitNeighbours < linear.DigitNeighbours - 0.2, $"{packed.DigitNeighbours} against {linear.DigitNeighbours}");
        Assert.True(packed.Factors["slant"] < linear.Factors["slant"] - 0.2);
        Assert.True(packed.CodeNoise > 10 * linear.CodeNoise, $"{packed.CodeNoise} against {linear.CodeNoise}");
        Assert.True(packed.Midpoints > 1.2 * linear.Midpoints, $"{packed.Midpoints} against {linear.Midpoints}");
        Assert.True(packed.Samples.Ratio > 1.2 * linear.Samples.Ratio, $"{packed.Samples.Ratio} against {linear.Samples.Ratio}");
    }

    [Fact]
    public void The_same_dashboard_gives_the_same_numbers()
    {
        var board = Board(200, 100);
        using var pca = Pca.Fit(board.Training.Images, 5);
        Assert.Equal(board.Judge("a", pca).Measures, board.Judge("b", pca).Measures);
    }

    [Fact]
    public void A_code_that_is_the_truth_itself_is_read_without_fault()
    {
        // Slant and weight handed over as the "code": the probes must find them again.
        var board = Board(400, 200);
        var truth = board.Judge("truth", new Oracle(board));
        Assert.Equal(1, truth.Factors["slant"], 4);
        Assert.Equal(1, truth.Factors["weight"], 4);
    }

    [Fact]
    public void A_list_of_no_factors_is_refused_and_none_known_is_not()
    {
        using var sample = Handwriting.Sample(20);
        Assert.StartsWith("factors: expected one factor or more, got none", Assert.Throws<ArgumentException>(() => new EvaluationSet(sample.Images, sample.Digit, [])).Message);
        using var plain = new EvaluationSet(sample.Images, sample.Digit);
        Assert.Empty(plain.Factors);
        Assert.StartsWith("factors: expected 20 values of slant, one for each image, got (3).",
            Assert.Throws<ArgumentException>(() => new EvaluationSet(sample.Images, sample.Digit, [new("slant", zeros(3))])).Message);
    }

    [Fact]
    public void Evidence_is_in_black_and_white()
    {
        using var scope = NewDisposeScope();
        using var evidence = new EvaluationSet(tensor(new float[,] { { 0.2f, 0.5f, 0.6f } }), zeros([1], dtype: int64));
        Assert.Equal([0, 0, 1], evidence.Images.data<float>().ToArray());
    }

    [Fact]
    public void Evidence_that_is_not_ink_is_judged_as_it_is()
    {
        using var scope = NewDisposeScope();
        var (x, labels) = (randn([300, 6], generator: new Generator(4)), arange(300).remainder(3));
        x = (x + 2 * labels.unsqueeze(1)).detach();                                 // far outside [0, 1]
        using var training = new EvaluationSet(x[..200], labels[..200], blackAndWhite: false);
        using var heldOut = EvaluationSet.Of(new LabelledImages(x[200..], labels[200..]), blackAndWhite: false);
        Assert.True(training.Images.Equals(x[..200]));
        using var pca = Pca.Fit(x[..200], 2);
        var judged = new Dashboard(training, heldOut) { Draws = 50, ClassName = "species" }.Judge("PCA", pca);
        Assert.Equal((x[200..] - pca.Reconstruct(x[200..])).square().sum(1).mean().ToDouble(), judged.SquaredError, 1e-4);
        Assert.Equal(["species, linear probe", "species, neighbours", "species, clusters (NMI)"], judged.Measures.Skip(1).Take(3).Select(measure => measure.Name));
        Assert.InRange(judged.Samples.Ratio, 0.2, 5);                               // distances of real numbers, not of ink
    }

    [Fact]
    public void Grey_evidence_is_not_put_beside_ink()
    {
        using var sample = Handwriting.Sample(30);
        using var ink = new EvaluationSet(sample.Images, sample.Digit);
        using var grey = new EvaluationSet(sample.Images, sample.Digit, blackAndWhite: false);
        using var pca = Pca.Fit(sample.Images, 3);
        Assert.StartsWith("HeldOut: it is to be in black and white where Training is", Assert.Throws<ArgumentException>(() => new Dashboard(ink, grey).Judge("PCA", pca)).Message);
        using var broken = full([2, 3], double.NaN);
        using var labels = zeros([2], dtype: int64);
        Assert.StartsWith("images: expected finite numbers", Assert.Throws<ArgumentException>(() => new EvaluationSet(broken, labels, blackAndWhite: false)).Message);
    }

    [Fact]
    public void Integer_codes_are_refused_with_their_type()
    {
        var board = Board(20, 10);
        Assert.Contains("of type Int64", Assert.Throws<ArgumentException>(() => board.Judge("integers", BitPackingAutoencoder.InIntegers(784))).Message);
    }

    private sealed class Oracle(Dashboard board) : IAutoencoder
    {
        public Tensor Encode(Tensor x)
        {
            var factors = (x.shape[0] == board.Training.Count ? board.Training : board.HeldOut).Factors;
            return stack(factors.Take(2).Select(factor => factor.Values).ToArray(), 1);
        }

        public Tensor Decode(Tensor code) => code.sum(1).unsqueeze(1).expand(-1, 784);
    }
}
