using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class LatentSpaceTests
{
    // D = 4, K = 2: the code is the first two pixels, and back again with two zeros.
    private sealed class FirstTwo : IAutoencoder
    {
        public Tensor Encode(Tensor x) => x.narrow(1, 0, 2);

        public Tensor Decode(Tensor code) => cat([code, zeros_like(code)], 1);
    }

    [Fact]
    public void A_digit_is_exchanged_by_the_means_of_the_codes()
    {
        using var scope = NewDisposeScope();
        // Mean code of digit 0: (0, ½); of digit 1: (1, 1). A 0 at (0, 1) is half above its mean: as a 1 it lies at (1, 1½).
        var images = tensor(new float[,] { { 0, 0, 0, 0 }, { 0, 1, 0, 0 }, { 1, 1, 1, 1 } });
        using var evidence = new EvaluationSet(images, tensor(new long[] { 0, 0, 1 }));
        var made = LatentSpace.SwapLabel(new FirstTwo(), evidence, images.narrow(0, 1, 1), tensor(new long[] { 0 }));
        Assert.Equal([0, 1, 0, 0, 1, 1.5f, 0, 0], made.data<float>().ToArray());    // its own digit first: itself
    }

    [Fact]
    public void A_digit_that_was_never_shown_cannot_be_written()
    {
        using var scope = NewDisposeScope();
        using var evidence = new EvaluationSet(zeros(2, 4), tensor(new long[] { 0, 2 }));
        Assert.StartsWith("labels: digit 1 has no training image.",
            Assert.Throws<ArgumentException>(() => LatentSpace.SwapLabel(new FirstTwo(), evidence, zeros(1, 4), zeros([1], dtype: int64))).Message);
    }

    [Fact]
    public void A_blend_begins_and_ends_with_the_reconstructions()
    {
        using var scope = NewDisposeScope();
        var (from, to) = (tensor(new float[,] { { 0, 1, 0, 0 } }), tensor(new float[,] { { 1, 0, 0, 0 } }));
        var expected = Gallery.Images(tensor(new float[,] { { 0, 1, 0, 0 }, { 0.5f, 0.5f, 0, 0 }, { 1, 0, 0, 0 } }), 3).ColumnCaptions("λ = 0", "0.5", "1");
        Assert.Equal(expected.ToPng(), LatentSpace.Interpolate(new FirstTwo(), from, to, steps: 3).ToPng());
        Assert.StartsWith("steps: expected 2 or more", Assert.Throws<ArgumentException>(() => LatentSpace.Interpolate(new FirstTwo(), from, to, 1)).Message);
    }

    [Fact]
    public void Quantiles_share_a_standard_normal_out_evenly_and_none_is_infinite()
    {
        double[] exact = [-1.2815515655446004, -0.5244005127080409, 0, 0.5244005127080407, 1.2815515655446004];       // Φ⁻¹ of 0.1, 0.3, …
        Assert.Equal(exact, LatentSpace.NormalQuantiles(5), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Throws<ArgumentException>(() => LatentSpace.NormalQuantiles(1));
    }

    [Fact]
    public void The_plane_has_its_first_number_to_the_right_and_its_second_upwards()
    {
        using var scope = NewDisposeScope();
        var (low, high) = (-0.6744897501960817f, 0.6744897501960817f);             // Φ⁻¹ of a quarter and of three
        var expected = Gallery.Images(tensor(new float[,] { { low, high, 0, 0 }, { high, high, 0, 0 }, { low, low, 0, 0 }, { high, low, 0, 0 } }), 2);
        Assert.Equal(expected.ToPng(), LatentSpace.Plane(new FirstTwo(), side: 2).ToPng());
    }

    [Fact]
    public void Random_codes_have_the_mean_and_deviation_of_the_training_codes()
    {
        using var scope = NewDisposeScope();
        var training = 3 + tensor(new float[] { 1, 2, 0, 0 }) * randn([5000, 4], generator: new Generator(1));
        var made = LatentSpace.Sample(new FirstTwo(), training, 5000, seed: 2);
        Assert.Equal([3, 3, 0, 0], made.mean([0]).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 0.15);
        Assert.Equal([1, 2, 0, 0], made.std([0]).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 0.1);
    }
}
