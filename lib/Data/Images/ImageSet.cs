using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>A data set of grey pictures in classes, held on one device: 0 is paper, 1 is ink.</summary>
/// <remarks>Your own pictures come in by <see cref="FromFolder"/> and <see cref="FromIdx(string, string?, double, long, Device?, ImmutableArray{string}?)"/>.</remarks>
public sealed partial class ImageSet : IDisposable
{
    private static readonly ImmutableArray<string> Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Puts a data set together and owns its tensors from then on.</summary>
    /// <param name="name">For titles: MNIST.</param>
    /// <param name="height">Rows of a picture, in pixels.</param>
    /// <param name="width">Columns of a picture, in pixels.</param>
    /// <param name="train">Pictures to learn from: (N, height · width).</param>
    /// <param name="test">Pictures held out: (M, height · width).</param>
    /// <param name="classes">Names of the classes; the ten digits unless given.</param>
    /// <exception cref="ArgumentException">A picture has another size, a pixel is outside [0, 1] or not in single precision, or a label names no class.</exception>
    public ImageSet(string name, int height, int width, LabelledImages train, LabelledImages test, ImmutableArray<string>? classes = null)
    {
        (Name, Height, Width, Train, Test, Classes) = (name, height, width, train, test, classes ?? Digits);
        Require(train, nameof(train));
        Require(test, nameof(test));
    }

    /// <summary>For titles: MNIST.</summary>
    public string Name { get; }

    /// <summary>Rows of a picture, in pixels.</summary>
    public int Height { get; }

    /// <summary>Columns of a picture, in pixels.</summary>
    public int Width { get; }

    /// <summary>D = height × width, the numbers in a picture.</summary>
    public int DataSize => Height * Width;

    /// <summary>Pictures to learn from.</summary>
    public LabelledImages Train { get; }

    /// <summary>Pictures held out.</summary>
    public LabelledImages Test { get; }

    /// <summary>What each label means.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Where the pictures came from; null where they were made.</summary>
    public Source? Source { get; init; }

    /// <summary>The same pictures in black and white: 1 where a pixel is above ½, else 0. Copies, under the same name.</summary>
    public ImageSet BlackAndWhite()
    {
        return new(Name, Height, Width, Of(Train), Of(Test), Classes) { Source = Source };

        static LabelledImages Of(LabelledImages part)
        {
            using var ink = part.Images.gt(0.5);
            return new(ink.to(part.Images.dtype), part.Labels.clone());
        }
    }

    /// <summary>What this is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.Count:N0} images to learn from, {Test.Count:N0} held out, {Height} × {Width} pixels");

    /// <summary>Frees all tensors.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }

    private void Require(LabelledImages images, string name)
    {
        if (images.Images.shape[1] != Height * Width)
            throw new ArgumentException($"{name}: expected images of {Height} × {Width} = {Height * Width} pixels, got {images.Images.shape[1]}.", name);
        Pixels.Require(images.Images, name);
        if (images.Images.dtype != ScalarType.Float32)
            throw new ArgumentException($"{name}: expected pixels in single precision, as networks have it, got {images.Images.dtype}: .to(float32) makes them so.", name);
        if (images.Count == 0) return;
        var (least, most) = images.Labels.aminmax();
        using (least)
        using (most)
        {
            var (low, high) = (least.item<long>(), most.item<long>());
            if (low < 0 || high >= Classes.Length)
                throw new ArgumentException($"{name}: expected labels from 0 to {Classes.Length - 1}, as there are {Classes.Length} names of classes, got {(low < 0 ? low : high)}.", name);
        }
    }
}
