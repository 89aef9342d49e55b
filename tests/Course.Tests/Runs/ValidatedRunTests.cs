using Workbook.Data;
using Workbook.Models;
using Workbook.Training;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>Runs that hold examples aside, and end when what is held aside gains no more.</summary>
public sealed class ValidatedRunTests
{
    [Fact]
    public void An_overfitting_run_ends_early_and_gives_back_its_best()
    {
        using var digits = Handwriting.Load(train: 60, test: 200);
        var run = new AutoencoderRun { HiddenSizes = [300], CodeSize = 30, BatchSize = 10, Epochs = 120, LearningRate = 3e-3, SnapshotEpochs = [0, 60, 119], Progress = null };
        using var whole = run.Train(digits);
        using var early = (run with { ValidationShare = 0.3, Patience = 5 }).Train(digits);
        var judged = early.History.Epochs.Select(epoch => epoch.ValidationLoss!.Value).ToArray();
        var best = Array.IndexOf(judged, judged.Min()) + 1;
        Assert.Equal(best + 5, judged.Length);
        Assert.True(judged.Length < 60, $"{judged.Length} epochs");
        Assert.Equal([0, best], early.Snapshots.Select(snapshot => snapshot.Epoch));   // the moments of 60 and 119 epochs never came
        using var followed = (run with { ValidationShare = 0.3, Patience = 5, SnapshotEpochs = [0, best, best + 3] }).Train(digits);
        Assert.Equal([0, best, best + 3, best], followed.Snapshots.Select(snapshot => snapshot.Epoch));   // a moment goes by its own number, the end by the best's
        Assert.Equal(followed.Snapshots[1].TestLoss, followed.TestLoss);
        Assert.NotEqual(followed.Snapshots[2].TestLoss, followed.TestLoss);
        Assert.True(early.TestLoss < whole.TestLoss - 3, $"{early.TestLoss} against {whole.TestLoss}");
    }

    [Fact]
    public void Looking_does_not_change_what_is_learned_from_the_same_examples()
    {
        // The loss of an Autoencoder draws nothing, so that taking it on what is held aside leaves every step as it is.
        using var digits = Handwriting.Load(train: 100, test: 20);
        var run = new AutoencoderRun { HiddenSizes = [16], CodeSize = 4, Epochs = 2, BatchSize = 16, ValidationShare = 0.2, Progress = null };
        using var looked = run.Train(digits);
        using var patient = (run with { Patience = 50 }).Train(digits);
        Assert.Equal(looked.History.Steps, patient.History.Steps);
        Assert.Equal(5 * 2, looked.History.Steps.Count);                            // 80 of 100 in batches of 16
    }

    public static TheoryData<string> Kinds => new(["denoising", "contractive", "sparse", "two heads", "vae", "m2", "conditional", "classifier", "stack", "features", "beta"]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_run_on_pictures_can_be_validated(string kind)
    {
        using var digits = Handwriting.Load(train: 200, test: 20);
        var history = kind switch
        {
            "denoising" => Of(new DenoisingRun { HiddenSizes = [16], CodeSize = 4, ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "contractive" => Of(new ContractiveRun { ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "sparse" => Of(new SparseRun { ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "two heads" => Of(new SemiSupervisedRun { LabelsPerClass = 2, ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "vae" => Of(new VaeRun { HiddenSizes = [16], ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "m2" => Of(new SemiSupervisedVaeRun { LabelsPerClass = 2, HiddenSizes = [16], ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "conditional" => Of(new ConditionalVaeRun { ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
            "classifier" => Of(new ClassifierRun { ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits.Train, digits.Test, 10)),
            "stack" => new StackRun { Sizes = [8], ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits.Train.Images).Layers[0].History,
            "features" => Features(),
            _ => Of(new DisentanglingRun { ValidationShare = 0.2, Patience = 1, Epochs = 2, Progress = null }.Train(digits)),
        };
        Assert.All(history.Epochs, epoch => Assert.True(double.IsFinite(epoch.ValidationLoss ?? double.NaN)));
        Assert.NotEmpty(history.Epochs);

        static TrainingHistory Features()
        {
            using var faces = Faces.Load(train: 100, test: 10);
            using var result = new FeatureRun { ValidationShare = 0.2, Patience = 1, Epochs = 1 }.Train(faces);
            return result.Histories[0];
        }
    }

    [Fact]
    public void A_run_on_trees_can_too()
    {
        var toy = TreeCorpus.Of(ToyTreebank.Load(train: 40, dev: 10, test: 20));
        using var result = new RecursiveRun { Epochs = 1, ValidationShare = 0.25, Progress = null }.Train(toy);
        Assert.NotNull(result.History.Epochs[0].ValidationLoss);
    }

    [Fact]
    public void Where_nothing_can_be_held_aside_it_is_refused_with_the_reason()
    {
        using var digits = Handwriting.Load(train: 60, test: 20);
        Refused("it waits for a loss on examples that are held aside: set ValidationShare", () => new AutoencoderRun { Patience = 3, Progress = null }.Train(digits));
        Refused("as a Boltzmann machine has a difference of free energies", () => new StackRun { Layers = StackLayers.BoltzmannMachines, ValidationShare = 0.1, Progress = null }.Train(digits.Train.Images));
        Refused("as the critic learns whenever the loss is taken", () => new DisentanglingRun { FactorGamma = 2, ValidationShare = 0.1, Progress = null }.Train(digits));
        using var features = new TiedAutoencoder(784, 8, new Generator(1));
        Refused("has tangents of its own", () => new TangentRun { LabelsPerClass = 2, ValidationShare = 0.1, Progress = null }.Train(features, digits));
        Refused("share: expected a share in (0, 1), got 1.5.", () => new AutoencoderRun { ValidationShare = 1.5, Progress = null }.Train(digits));

        static void Refused(string words, Func<object> train) => Assert.Contains(words, Assert.Throws<ArgumentException>(train).Message, StringComparison.Ordinal);
    }

    private static TrainingHistory Of<TRun, TModel>(RunResult<TRun, TModel> result) where TModel : IDisposable
    {
        using var _ = result;
        return result.History;
    }
}
