using Workbook.Data;
using Workbook.Evaluation;
using Workbook.Figures;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>The four hyperparameters of an autoencoder, every combination: numbers in the code, layers, nodes in a layer, loss.</summary>
/// <remarks>
/// <code>var result = new HyperparameterSweep().AtScale().Train(digits);   result.ToFigure()</code>
/// All four are judged by one ruler, the squared error of held-out pictures, as the losses themselves have different units; and by what a
/// linear probe reads off the code, which need not agree. Notebook 03.
/// </remarks>
public sealed record HyperparameterSweep : IRun<HyperparameterSweep>
{
    /// <summary>K, the numbers in a code. Default: a plane, about as many as there are factors, and four times that.</summary>
    public IReadOnlyList<int> CodeSizes { get; init; } = [2, 8, 32];

    /// <summary>Hidden layers on either side of the code. Default: one or two.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [1, 2];

    /// <summary>Units in each hidden layer. Default: 64 or 256.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [64, 256];

    /// <summary>p(x | u), and so the loss. Default: cross-entropy or squared error.</summary>
    public IReadOnlyList<Likelihood> Losses { get; init; } = [new BernoulliLikelihood(), new GaussianLikelihood()];

    /// <summary>What all of them share. Default: 3 epochs over 4,000 pictures, in silence.</summary>
    public AutoencoderRun Shared { get; init; } = new() { Epochs = 3, Examples = 4000, Progress = null };

    /// <summary>One choice less of each, on a quarter of the pictures.</summary>
    public HyperparameterSweep Smoke() => this with
    {
        CodeSizes = Fewer(CodeSizes),
        Depths = Fewer(Depths),
        Widths = Fewer(Widths),
        Losses = Fewer(Losses),
        Shared = Shared with { Examples = Math.Min(Shared.Examples, 1000), Epochs = Math.Min(Shared.Epochs, 1) },
    };

    /// <summary>Ten times the epochs over all pictures.</summary>
    public HyperparameterSweep Longer() => this with { Shared = Shared.Longer() with { Examples = long.MaxValue } };

    /// <summary>Trains and measures every combination.</summary>
    /// <exception cref="ArgumentException">One of the four has no choice.</exception>
    public SweepResult Train(ImageSet pictures)
    {
        foreach (var (choices, name) in new[] { (CodeSizes.Count, nameof(CodeSizes)), (Depths.Count, nameof(Depths)), (Widths.Count, nameof(Widths)), (Losses.Count, nameof(Losses)) })
            if (choices == 0) throw new ArgumentException($"{name}: expected one choice or more, got none.", name);
        return new(this, [.. from size in CodeSizes from depth in Depths from width in Widths from loss in Losses select Measure(pictures, size, depth, width, loss)]);
    }

    private SweepPoint Measure(ImageSet pictures, int size, int depth, int width, Likelihood loss)
    {
        var run = Shared with
        {
            CodeSize = size,
            HiddenSizes = [.. Enumerable.Repeat(width, depth)],
            Likelihood = loss,
            SnapshotEpochs = [],
            CheckpointPath = Shared.CheckpointOf($"{size}-{depth}x{width}-{Name(loss)}"),
        };
        using var trained = run.Train(pictures);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var known = pictures.Train.First(Math.Min(run.Examples, pictures.Train.Count));
        using var probe = LinearProbe.Fit(trained.Model.Encode(known.Images), known.Labels);
        return new(size, depth, width, Name(loss), SquaredError.Mean(pictures.Test.Images, trained.Model.Reconstruct),
            probe.Accuracy(trained.Model.Encode(pictures.Test.Images), pictures.Test.Labels));
    }

    private static string Name(Likelihood loss) => loss.GetType().Name.Replace(nameof(Likelihood), "", StringComparison.Ordinal);

    private static T[] Fewer<T>(IReadOnlyList<T> choices) => [.. choices.Take(Math.Max(1, choices.Count - 1))];
}

/// <summary>Every combination of the four hyperparameters, measured.</summary>
/// <param name="Sweep">What was tried.</param>
/// <param name="Points">What came of it, the last hyperparameter changing fastest.</param>
public sealed record SweepResult(HyperparameterSweep Sweep, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>The combination whose held-out pictures come back best.</summary>
    public SweepPoint BestReconstruction => Points.MinBy(point => point.SquaredError)!;

    /// <summary>The combination whose code tells the digit best.</summary>
    public SweepPoint BestProbe => Points.MaxBy(point => point.DigitProbe)!;

    /// <summary>One line a network through its four hyperparameters and its two results; drag along an axis to select.</summary>
    public Figure ToFigure()
    {
        string[] losses = [.. Points.Select(point => point.Loss).Distinct()];
        return Figure.ParallelCoordinates<double>(
        [
            ("code size", Points.Select(point => (double)point.CodeSize)),
            ("layers", Points.Select(point => (double)point.Depth)),
            ("nodes", Points.Select(point => (double)point.Width)),
            ("loss", Points.Select(point => (double)losses.IndexOf(point.Loss))),
            ("squared error", Points.Select(point => point.SquaredError)),
            ("digit probe", Points.Select(point => point.DigitProbe)),
        ],
        Points.Select(point => point.DigitProbe), "digit probe", new Dictionary<string, IReadOnlyList<string>> { ["loss"] = losses });
    }
}

/// <summary>One choice of the four hyperparameters, and what came of it.</summary>
/// <param name="CodeSize">K, the numbers in the code.</param>
/// <param name="Depth">Hidden layers on either side.</param>
/// <param name="Width">Units in each of them.</param>
/// <param name="Loss">The likelihood whose negative logarithm was the loss, by its name: "Bernoulli" for cross-entropy, "Gaussian" for squared error.</param>
/// <param name="SquaredError">⟨‖x − x̂‖²⟩ over held-out pictures.</param>
/// <param name="DigitProbe">The accuracy of a linear probe for the digit, on held-out codes.</param>
public sealed record SweepPoint(int CodeSize, int Depth, int Width, string Loss, double SquaredError, double DigitProbe);
