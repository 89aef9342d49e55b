using TorchSharp;
using Workbook.Figures;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Tensors as pictures: data, reconstructions, codes, filters.</summary>
public static class Gallery
{
    /// <summary>Pictures as the rows of a tensor: (N, height · width), 0 black and 1 white.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="columns">Pictures side by side.</param>
    /// <param name="height">Rows of a picture; square pictures if not said.</param>
    public static ImageGrid Images(Tensor images, int columns = 10, int? height = null)
    {
        var (rows, width) = SizeOf(images, height);
        using var pixels = images.detach().to(float32).cpu().contiguous();
        return ImageGrid.Grey(pixels.data<float>(), rows, width, columns);
    }

    /// <summary>Each picture above what is left of it: (M, D) twice.</summary>
    public static ImageGrid Reconstructions(Tensor images, Tensor reconstructions, int? height = null)
    {
        var columns = (int)images.shape[0];
        if (reconstructions.shape[0] != columns) throw new ArgumentException($"{nameof(reconstructions)}: expected {columns}, one for each image, got {reconstructions.shape[0]}.", nameof(reconstructions));
        return Images(images, columns, height).Above(Images(reconstructions, columns, height)).RowCaptions("x", "x̂");
    }

    /// <summary>The first held-out pictures, and below them what the autoencoder made of them at each moment.</summary>
    public static ImageGrid Along(AutoencoderResult result)
    {
        var shown = (int)result.Snapshots[0].Reconstructions.shape[0];
        var height = result.Pictures.Height;
        var grid = result.Snapshots.Aggregate(
            Images(result.Pictures.Test.Images.narrow(0, 0, shown), shown, height),
            (above, snapshot) => above.Above(Images(snapshot.Reconstructions, shown, height)));
        return grid.RowCaptions([$"{result.Pictures.Name}", .. result.Snapshots.Select(snapshot => Moment(snapshot.Epoch))]);
    }

    /// <summary>Codes as points coloured by class; codes of more than two numbers are turned to their two principal axes first.</summary>
    /// <param name="codes">(N, K).</param>
    /// <param name="labels">Class numbers: at least N of them, the first N belong to the codes.</param>
    /// <param name="classes">What each label means; its number if not said.</param>
    public static Figure Codes(Tensor codes, Tensor labels, IReadOnlyList<string>? classes = null)
    {
        using var scope = NewDisposeScope();
        var flat = codes.shape[1] > 2 ? Pca.Fit(codes, 2).Encode(codes) : codes;
        var (x, y) = (flat.select(1, 0).Numbers(), flat.select(1, flat.shape[1] - 1).Numbers());
        var names = labels.narrow(0, 0, codes.shape[0]).cpu().data<long>().ToArray().Select(label => classes?[(int)label] ?? $"{label}");
        var (across, up) = codes.shape[1] > 2 ? ("first principal axis of the codes", "second") : ("u₁", "u₂");
        return Figure.Scatter(x, y, category: names).Axes(across, up).PointSize(4);
    }

    /// <summary>The codes at each moment, under a slider that stands at the last.</summary>
    public static Figure CodesAlong(AutoencoderResult result) => Figure.Slider("epoch", result.Snapshots.Select(snapshot =>
        (snapshot.Epoch, Codes(snapshot.Codes, result.Pictures.Test.Labels, result.Pictures.Classes).Titled($"{result.Pictures.Name} codes, {Moment(snapshot.Epoch)}"))), start: -1);

    /// <summary>The loss of every step, and the held-out loss at each moment.</summary>
    public static Figure Losses(AutoencoderResult result)
    {
        var looked = result.Snapshots.Where(snapshot => snapshot.Epoch > 0).ToArray();
        var steps = result.History.Steps.Count / result.Run.Epochs;
        return LiveCurve.Curve(result.History.Steps).Named("training, as it goes")
            .And(Figure.Scatter(looked.Select(snapshot => snapshot.Epoch * steps), looked.Select(snapshot => snapshot.TestLoss)).Named("held out").PointSize(9));
    }

    /// <summary>Points of the plane, and the curve that an autoencoder with a code of one number lays through them.</summary>
    /// <param name="model">An autoencoder 2 → 1 → 2.</param>
    /// <param name="points">The data: (N, 2).</param>
    public static Figure Curve(IAutoencoder model, Tensor points)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var codes = model.Encode(points);                                           // (N, 1)
        var along = linspace(codes.min().ToDouble(), codes.max().ToDouble(), 400, device: points.device).unsqueeze(1);
        var curve = model.Decode(along);                                            // (400, 2)
        return Figure.Scatter(points.select(1, 0).Numbers(), points.select(1, 1).Numbers()).Named("data").PointSize(4).Faded(0.5)
            .And(Figure.Line(curve.select(1, 0).Numbers(), curve.select(1, 1).Numbers()).Named("decoded codes"))
            .EqualAspect();
    }

    /// <summary>Weights as pictures, one for each row: zero white, negative blue, positive vermilion. (H, D).</summary>
    public static ImageGrid Filters(Tensor weights, int columns = 10, int? height = null) => Images(weights, columns, height).Signed(each: true);

    private static string Moment(double epoch) => epoch == 0 ? "untrained" : FormattableString.Invariant($"{epoch:0.##} epoch{(epoch == 1 ? "" : "s")}");

    private static (int Height, int Width) SizeOf(Tensor images, int? height)
    {
        var pixels = images.dim() == 2 ? (int)images.shape[1]
            : throw new ArgumentException($"{nameof(images)}: expected (N, D), got ({string.Join(", ", images.shape)}).", nameof(images));
        var rows = height ?? (int)Math.Round(Math.Sqrt(pixels));
        return rows > 0 && pixels % rows == 0 ? (rows, pixels / rows)
            : throw new ArgumentException($"{nameof(images)}: {pixels} pixels do not make images of {rows} rows; say the height.", nameof(images));
    }
}
