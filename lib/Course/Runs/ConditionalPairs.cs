using Workbook.Data;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>What is told and what is to be said of it: the label and its picture, or some quadrants and the others.</summary>
internal sealed class ConditionalPairs : IDisposable
{
    private readonly Quadrants? quadrants;
    private readonly int classes;

    public ConditionalPairs(ImageSet pictures, int given)
    {
        quadrants = given == 0 ? null : new(given, pictures.Height == pictures.Width ? pictures.Height : 0, pictures.Train.Images.device);
        classes = pictures.Classes.Length;
        DataSize = quadrants?.MissingSize ?? pictures.DataSize;
    }

    /// <summary>D.</summary>
    public int DataSize { get; }

    /// <summary>K.</summary>
    public int ConditionSize => quadrants?.GivenSize ?? classes;

    /// <summary>(x, c), pixels drawn: (B, D) and (B, K).</summary>
    public (Tensor X, Tensor C) Drawn(LabelledImages batch, Generator random)
    {
        var ink = BinaryUnits.Sample(batch.Images, random);
        return quadrants is null
            ? (ink, nn.functional.one_hot(batch.Labels, classes).to_type(ink.dtype))
            : (quadrants.Missing(ink), quadrants.Given(ink));
    }

    /// <summary>x and c of pairs that lie side by side: (B, D + K).</summary>
    public (Tensor X, Tensor C) Apart(Tensor pairs) => (pairs.narrow(1, 0, DataSize), pairs.narrow(1, DataSize, ConditionSize));

    public void Dispose() => quadrants?.Dispose();
}
