using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Pictures that codes are judged on, and what is true of them.</summary>
/// <remarks>
/// In black and white unless said, as then a blurred picture gains nothing by lying between many sharp ones, and every model is asked for the
/// same. Faces, clothes and tables, which thresholding would spoil, are judged as they are.
/// </remarks>
public sealed class EvaluationSet : IDisposable
{
    private readonly ScalarType dtype;

    /// <summary>Copies the pictures; labels and factors stay the caller's.</summary>
    /// <param name="images">One picture a row, pixels in [0, 1]; any finite numbers where they are judged as they are: (N, D).</param>
    /// <param name="labels">The class of each, int64: (N).</param>
    /// <param name="factors">What else is true of each; left out where it is not known.</param>
    /// <param name="blackAndWhite">Whether pixels above ½ become 1 and the others 0, and what a model makes of codes too before its distance from the data is taken. Default: they do.</param>
    /// <exception cref="ArgumentException">A shape or type is another, or a list of no factors is given.</exception>
    public EvaluationSet(Tensor images, Tensor labels, IReadOnlyList<Factor>? factors = null, bool blackAndWhite = true)
    {
        using (var checkedForm = new LabelledImages(images.alias(), labels.alias()))
        {
            if (blackAndWhite) Pixels.Require(checkedForm.Images, nameof(images));
            else checkedForm.Images.RequireFinite(nameof(images));
        }
        if (factors is { Count: 0 }) throw new ArgumentException($"{nameof(factors)}: expected one factor or more, got none; leave the list out where none is known.", nameof(factors));
        if (factors?.FirstOrDefault(factor => factor.Values.dim() != 1 || factor.Values.shape[0] != images.shape[0]) is { } odd)
            throw new ArgumentException($"{nameof(factors)}: expected {images.shape[0]} values of {odd.Name}, one for each image, got ({string.Join(", ", odd.Values.shape)}).", nameof(factors));
        (Labels, Factors, BlackAndWhite) = (labels, factors ?? [], blackAndWhite);
        dtype = images.dtype;
        using var scope = NewDisposeScope();
        Images = AsJudged(images).clone().DetachFromDisposeScope();
    }

    /// <summary>Whether every pixel is 0 or 1, here and where a model's pictures are compared with these.</summary>
    public bool BlackAndWhite { get; }

    /// <summary>Pixels, each 0 or 1 where the set is in black and white: (N, D).</summary>
    public Tensor Images { get; }

    /// <summary>The class of each picture, int64: (N).</summary>
    public Tensor Labels { get; }

    /// <summary>What else is true; empty where it is not known.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>How many pictures: N.</summary>
    public long Count => Images.shape[0];

    /// <summary>Pictures whose class alone is known.</summary>
    /// <param name="pictures">The pictures and their classes.</param>
    /// <param name="blackAndWhite">As for the constructor.</param>
    public static EvaluationSet Of(LabelledImages pictures, bool blackAndWhite = true) => new(pictures.Images, pictures.Labels, blackAndWhite: blackAndWhite);

    /// <summary>Drawn digits, of which slant, weight and style are known too.</summary>
    public static EvaluationSet Of(HandwritingSample pictures) => new(pictures.Images, pictures.Digit,
        [new("slant", pictures.Slant), new("weight", pictures.Weight), new("style", pictures.Style)]);

    /// <summary>Pictures as this set has them: (B, D) → (B, D).</summary>
    internal Tensor AsJudged(Tensor pictures) => (BlackAndWhite ? pictures.gt(0.5) : pictures).to(dtype);

    /// <summary>Disposes the copied pictures.</summary>
    public void Dispose() => Images.Dispose();
}

/// <summary>Something true about every picture that a good code should tell: a slant, a weight, a style.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Values">Real numbers, or class numbers as int64: (N).</param>
public sealed record Factor(string Name, Tensor Values)
{
    /// <summary>Whether the values are class numbers: then a probe's accuracy is measured, and else R².</summary>
    public bool IsClass => Values.dtype == ScalarType.Int64;
}
