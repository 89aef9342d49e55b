using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class FacesTests
{
    private const int Size = Faces.Side * Faces.Side;

    [Fact]
    public void The_same_seed_draws_the_same_pixels_on_one_thread_and_on_many()
    {
        var alone = Drawn(threads: 1, seed: 5);
        Assert.Equal(alone, Drawn(threads: 7, seed: 5));
        Assert.NotEqual(alone, Drawn(threads: 1, seed: 6));

        static byte[] Drawn(int threads, long seed) =>
            Faces.Painted(300, i => i % 5 == 0 ? null : (DistractorKind)(i % 5 - 1), _ => new FaceFactors(), seed, first: 0, threads: threads);
    }

    [Fact]
    public void Held_out_pictures_follow_those_to_learn_from()
    {
        using var scope = NewDisposeScope();
        using var split = Faces.Load(train: 60, test: 40, seed: 3);
        using var longer = Faces.Load(train: 100, test: 1, seed: 3);
        Assert.True(longer.Train.Images.Equals(cat([split.Train.Images, split.Test.Images])));
        Assert.True(longer.Train.Labels.Equals(cat([split.Train.Labels, split.Test.Labels])));
    }

    [Fact]
    public void A_third_are_faces_as_in_cbcl()
    {
        using var faces = Faces.Load(train: 10_000, test: 1);
        using var share = faces.Train.Labels.to(ScalarType.Float64).mean();
        Assert.Equal(Faces.Share, share.item<double>(), 4 * 0.0048);                 // four deviations: √(0.35 · 0.65 / 10,000)
    }

    [Theory]
    [InlineData(DistractorKind.Strokes)]
    [InlineData(DistractorKind.Blobs)]
    [InlineData(DistractorKind.ScrambledFace)]
    [InlineData(DistractorKind.Texture)]
    public void Neither_brightness_nor_contrast_tells_a_distractor_from_a_face(DistractorKind kind)
    {
        using var scope = NewDisposeScope();
        var faces = Faces.Sample(2000, seed: 1).Images;
        var others = Faces.Distractors(kind, 2000, seed: 2);
        Assert.InRange(BestThreshold(faces.mean([1]), others.mean([1])), 0.5, 0.56);
        Assert.InRange(BestThreshold(faces.std(1), others.std(1)), 0.5, 0.6);
        Assert.InRange(BestThreshold(others.std(1), faces.std(1)), 0.5, 0.6);
        Assert.InRange((faces.mean() - others.mean()).abs().item<float>(), 0, 0.02f);
    }

    [Fact]
    public void A_scrambled_face_has_the_parts_of_a_face_in_other_places()
    {
        using var scope = NewDisposeScope();
        var faces = Faces.Sample(200, seed: 4).Images;
        var scrambled = Faces.Distractors(DistractorKind.ScrambledFace, 200, seed: 4);
        var texture = Faces.Distractors(DistractorKind.Texture, 200, seed: 4);
        var far = (faces - scrambled).square().mean([1]);
        Assert.All(far.data<float>().ToArray(), each => Assert.True(each > 1e-3));   // grain alone makes 8e-4
        Assert.True(far.mean().item<float>() < 0.5 * (faces - texture).square().mean().item<float>());
    }

    [Fact]
    public void A_factor_moves_what_it_names_and_the_same_person_stays_as_she_is()
    {
        using var scope = NewDisposeScope();
        var usual = new FaceFactors();
        FaceFactors[] factors = [usual, usual, usual with { X = 4 }, usual with { Size = 0.5 }, usual with { Light = 1 }, usual with { Mouth = 1 }, usual with { Brows = 1 }];
        var pictures = Faces.Draw(factors, seed: 2, steady: true).reshape(-1, Faces.Side, Faces.Side);
        Assert.True(pictures[0].Equals(pictures[1]));
        Assert.True(pictures[2][.., 4..].allclose(pictures[0][.., ..15], rtol: 0, atol: 0.2));          // four pixels to the right, but for grain and ground
        var (left, right) = (pictures[4][4..15, 3..9].mean(), pictures[4][4..15, 10..16].mean());
        Assert.True((right - left).item<float>() > 0.05 + (pictures[0][4..15, 10..16].mean() - pictures[0][4..15, 3..9].mean()).item<float>());
        Assert.True(Changed(5, 12, 18) > 5 * Changed(5, 0, 8));                      // the mouth is below
        Assert.True(Changed(6, 4, 9) > 5 * Changed(6, 12, 18));                      // the brows above

        double Changed(int picture, int from, int to) => (pictures[picture] - pictures[0])[from..to].square().sum().item<float>();
    }

    [Fact]
    public void The_truth_comes_with_the_pictures()
    {
        using var scope = NewDisposeScope();
        var sample = Faces.Sample(500, seed: 3);
        Assert.Equal([500L, Size], sample.Images.shape);
        Assert.Equal([500L, FaceFactors.Names.Count], sample.Factors.shape);
        Assert.True(Pixels.Require(sample.Images).Equals(Faces.Sample(600, seed: 3).Images[..500]));
        var light = sample.Factors[.., 7];
        var pictures = sample.Images.reshape(-1, Faces.Side, Faces.Side);
        var tilt = pictures[.., 5..14, 10..15].mean([1, 2]) - pictures[.., 5..14, 4..9].mean([1, 2]);
        Assert.True(((light - light.mean()) * (tilt - tilt.mean())).mean().item<float>() / (light.std() * tilt.std()).item<float>() > 0.8);
    }

    [Fact]
    public void Factors_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Draw([new FaceFactors(Pose: 1.1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Draw([new FaceFactors(Eyes: -0.1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Draw([new FaceFactors(X: double.NaN)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Draw([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Distractors((DistractorKind)4, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Faces.Load(train: 0));
    }

    /// <summary>The accuracy of the best threshold above which the first lie, among as many of each.</summary>
    private static double BestThreshold(Tensor first, Tensor second)
    {
        var all = first.data<float>().ToArray().Select(value => (value, Sign: 1)).Concat(second.data<float>().ToArray().Select(value => (value, Sign: -1)));
        var (sum, best) = (0, 0);
        foreach (var (_, sign) in all.OrderByDescending(each => each.value)) best = Math.Max(best, sum += sign);
        return 0.5 + best / (2.0 * first.shape[0]);
    }
}
