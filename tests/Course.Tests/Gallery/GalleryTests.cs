using System.Text.Json.Nodes;
using TorchSharp;
using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

public sealed class GalleryTests
{
    [Fact]
    public void Rows_of_a_tensor_become_square_pictures()
    {
        var grid = Gallery.Images(zeros(12, 784), columns: 6);
        Assert.Equal((12, 6, 2), (grid.Count, grid.Columns, grid.Rows));
        Assert.Contains("28 × 28", grid.ToString());
    }

    [Fact]
    public void Pixels_that_make_no_rectangle_are_refused_by_name()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Gallery.Images(zeros(2, 783)));
        Assert.StartsWith("images: 783 pixels do not make images of 28 rows", refusal.Message);
    }

    [Fact]
    public void Sources_stand_above_their_reconstructions()
    {
        var grid = Gallery.Reconstructions(zeros(5, 784), ones(5, 784));
        Assert.Equal((5, 2), (grid.Columns, grid.Rows));
        Assert.Contains("x, x̂", grid.ToString());
    }

    [Fact]
    public void So_many_reconstructions_as_sources_are_asked_for() => Assert.StartsWith("reconstructions: expected 3, one for each image, got 4.",
        Assert.Throws<ArgumentException>(() => Gallery.Reconstructions(zeros(3, 4), zeros(4, 4))).Message);

    [Fact]
    public void Codes_of_two_numbers_are_shown_as_they_are_one_colour_per_class()
    {
        var codes = tensor(new float[] { 1, 10, 2, 20, 3, 30 }).reshape(3, 2);
        var data = Gallery.Codes(codes, tensor(new long[] { 7, 3, 7 })).ToPlotly()["data"]!.AsArray();
        Assert.Equal(["3", "7"], data.Select(trace => (string)trace!["name"]!));
        Assert.Equal([1, 3], Values(data[1]!, "x"));
        Assert.Equal([10, 30], Values(data[1]!, "y"));
    }

    [Fact]
    public void Longer_codes_are_turned_to_their_principal_axes()
    {
        // All variance lies along (1, 1, 1): the first coordinate tells the points apart, the second is zero.
        var codes = tensor(new float[] { -1, 0, 1 }).unsqueeze(1) * ones(1, 3);
        var trace = Gallery.Codes(codes, zeros(3, dtype: ScalarType.Int64)).ToPlotly()["data"]![0]!;
        Assert.Equal([Math.Sqrt(3), 0, Math.Sqrt(3)], Values(trace, "x").Select(Math.Abs), Near);
        Assert.Equal([0, 0, 0], Values(trace, "y"), Near);
    }

    [Fact]
    public void A_curve_runs_through_the_decoded_codes_from_the_smallest_to_the_largest()
    {
        using var points = Ring.Sample(30, noise: 0);
        using var pca = Pca.Fit(points.Points, 1);
        var line = Gallery.Curve(pca, points.Points).ToPlotly()["data"]![1]!;
        using var decoded = pca.Reconstruct(points.Points);
        var x = Values(line, "x").ToArray();
        Assert.Equal(400, x.Length);
        Assert.Equal(decoded.select(1, 0).max().ToDouble(), x.Max(), 1e-3);
        Assert.Equal(decoded.select(1, 0).min().ToDouble(), x.Min(), 1e-3);
    }

    [Fact]
    public void A_training_is_shown_with_a_row_and_a_frame_for_each_moment()
    {
        using var digits = Handwriting.Load(train: 200, test: 60);
        using var result = new AutoencoderRun
        {
            HiddenSizes = [16],
            CodeSize = 2,
            Epochs = 1,
            SnapshotEpochs = [0, 0.5],
            Codes = 40,
            Reconstructions = 4,
            Progress = null,
        }.Train(digits);
        Assert.EndsWith("untrained, 0.5 epochs, 1 epoch", Gallery.Along(result).ToString());
        Assert.Equal(3, Gallery.CodesAlong(result).ToPlotly()["frames"]!.AsArray().Count);
        Assert.Equal(2, Gallery.Losses(result).ToPlotly()["data"]!.AsArray().Count);
    }

    private static IEnumerable<double> Values(JsonNode trace, string axis) => trace[axis]!.AsArray().Select(value => (double)value!);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-4;
}
