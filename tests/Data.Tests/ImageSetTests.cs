using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class ImageSetTests
{
    [Theory]
    [InlineData(1.5f)]
    [InlineData(-0.01f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_pixel_outside_zero_to_one_is_refused_before_any_training(float pixel)
    {
        using var scope = NewDisposeScope();
        var train = Pictures(0.5f, pixel);
        var refusal = Assert.Throws<ArgumentException>(() => new ImageSet("toy", 1, 2, train, Pictures(0, 1)));
        Assert.Equal("train", refusal.ParamName);
        Assert.Contains("expected pixels in [0, 1], got", refusal.Message);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(2)]
    [InlineData(-3)]
    [InlineData(-100)]
    public void A_label_that_names_no_class_is_refused_before_any_training(long label)
    {
        using var scope = NewDisposeScope();
        var train = new LabelledImages(zeros(2, 2), tensor([1L, label]));
        Assert.StartsWith($"train: expected labels from 0 to 1, as there are 2 names of classes, got {label}.",
            Assert.Throws<ArgumentException>(() => new ImageSet("toy", 1, 2, train, Pictures(0, 1), ["a", "b"])).Message);
    }

    [Fact]
    public void Pixels_are_in_single_precision_and_may_be_off_by_rounding()
    {
        using var scope = NewDisposeScope();
        var precise = new LabelledImages(zeros([2, 2], dtype: ScalarType.Float64), zeros([2], dtype: ScalarType.Int64));
        Assert.StartsWith("train: expected pixels in single precision, as networks have it, got Float64:", Assert.Throws<ArgumentException>(() => new ImageSet("toy", 1, 2, precise, Pictures(0, 1))).Message);
        Assert.Equal(1, new ImageSet("toy", 1, 2, Pictures(-1e-7f, 1 + 1e-7f), Pictures(0, 1)).Train.Count);
        Assert.StartsWith("broken: expected pixels in [0, 1], got 1 of 2 that are not numbers.", Assert.Throws<ArgumentException>(() => Pixels.Require(tensor(new[] { 0, float.NaN }), "broken")).Message);
    }

    [Fact]
    public void Few_labels_are_dealt_fairly_and_belong_to_their_pictures()
    {
        using var scope = NewDisposeScope();
        var labels = arange(60, dtype: ScalarType.Int64).remainder(3);             // 0 1 2 0 1 2 …
        var all = new LabelledImages(arange(60, dtype: ScalarType.Float32).unsqueeze(1), labels);
        var few = all.OfEachClass(5, seed: 1);
        Assert.Equal(Enumerable.Range(0, 15).Select(i => (long)(i % 3)), few.Labels.data<long>().ToArray());
        var rows = few.Images.data<float>().ToArray();
        Assert.Equal(15, rows.Distinct().Count());
        Assert.All(rows.Zip(few.Labels.data<long>().ToArray()), pair => Assert.Equal(pair.Second, (long)pair.First % 3));
        Assert.NotEqual(rows, all.OfEachClass(5, seed: 2).Images.data<float>().ToArray());
        Assert.Contains("has only 20 images", Assert.Throws<ArgumentOutOfRangeException>(() => all.OfEachClass(21, seed: 1)).Message);
    }

    [Fact]
    public void Pixels_at_the_door_name_the_argument_and_the_range_they_came_with()
    {
        using var scope = NewDisposeScope();
        var digits = tensor(new[] { 0f, 255f });
        Assert.StartsWith("digits: expected pixels in [0, 1], got 0 to 255;", Assert.Throws<ArgumentException>(() => Pixels.Require(digits)).Message);
        Assert.Contains("floating-point", Assert.Throws<ArgumentException>(() => Pixels.Require(digits.to(ScalarType.Byte))).Message);
        var scaled = digits / 255;
        Assert.Same(scaled, Pixels.Require(scaled));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_name()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("images", Assert.Throws<ArgumentException>(() => new LabelledImages(zeros(4), arange(4))).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => new LabelledImages(zeros(4, 2), arange(3))).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => new LabelledImages(zeros(4, 2), zeros(4))).ParamName);
        Assert.Contains("expected images of 3 × 3 = 9 pixels, got 2", Assert.Throws<ArgumentException>(() => new ImageSet("toy", 3, 3, Pictures(0, 1), Pictures(0, 1))).Message);
    }

    [Fact]
    public void The_first_pictures_are_views_and_a_pair_can_be_taken_apart()
    {
        using var scope = NewDisposeScope();
        var all = new LabelledImages(zeros(5, 2), arange(5));
        var (images, labels) = all.First(3);
        images.fill_(1);
        Assert.Equal(6, all.Images.sum().item<float>());
        Assert.Equal([0L, 1, 2], labels.data<long>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => all.First(6));
    }

    private static LabelledImages Pictures(float left, float right) => new(tensor(new[] { left, right }).reshape(1, 2), zeros(1, dtype: ScalarType.Int64));

    [Fact]
    public void In_black_and_white_a_pixel_is_ink_above_one_half()
    {
        using var grey = new ImageSet("grey", 1, 3, new(tensor(new float[,] { { 0.2f, 0.5f, 0.51f } }), zeros([1], dtype: int64)), new(ones(1, 3), zeros([1], dtype: int64)));
        using var ink = grey.BlackAndWhite();
        Assert.Equal([0, 0, 1], ink.Train.Images.data<float>().ToArray());
        Assert.Equal([0.2f, 0.5f, 0.51f], grey.Train.Images.data<float>().ToArray());
    }
}
