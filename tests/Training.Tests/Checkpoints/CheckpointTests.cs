using static TorchSharp.torch;

namespace Workbook.Training.Tests;

[Collection("torch's own generator")]
public sealed class CheckpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "deeper", "toy.checkpoint");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(6)]                                 // between two epochs
    [InlineData(9)]                                 // in the middle of the second
    [InlineData(11)]                                // one step before its end
    public void An_interrupted_training_ends_bit_for_bit_where_it_would_have_ended(int interruptedAfter)
    {
        var straight = new Toy();
        manual_seed(3);
        using var whole = straight.Trainer();
        whole.RunTo(3);

        var first = new Toy();
        manual_seed(3);
        using var cancellation = new CancellationTokenSource();
        var step = 0;
        using var interrupted = first.Trainer(x =>
        {
            if (++step == interruptedAfter) cancellation.Cancel();
            return first.Loss(x);
        }, File);
        Assert.Throws<OperationCanceledException>(() => interrupted.RunTo(3, cancellation.Token));

        var second = new Toy(seed: 77);             // another process: other weights, other random states
        manual_seed(1234);
        using var resumed = second.Trainer(checkpoint: File);
        resumed.Resume(File);
        Assert.Equal(interruptedAfter, resumed.StepsDone);
        resumed.RunTo(3);

        Assert.Equal(straight.Parameters(), second.Parameters());
        Assert.Equal(whole.History.Steps, resumed.History.Steps);
        Assert.Equal(whole.History.Epochs.Select(epoch => epoch.Loss), resumed.History.Epochs.Select(epoch => epoch.Loss));
    }

    [Fact]
    public void Nothing_is_left_beside_the_file()
    {
        var toy = new Toy();
        using var trainer = toy.Trainer(checkpoint: File);
        trainer.RunTo(2);
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_truncated_file_is_refused_in_one_sentence_and_changes_nothing()
    {
        var toy = new Toy();
        using (var trainer = toy.Trainer()) trainer.Save(File);
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..1000]);

        var other = new Toy(seed: 2);
        var before = other.Parameters();
        using var resumed = other.Trainer();
        var refusal = Assert.Throws<InvalidDataException>(() => resumed.Resume(File));
        Assert.StartsWith($"{File}: this is not a whole checkpoint (", refusal.Message);
        Assert.Equal(before, other.Parameters());
    }

    [Fact]
    public void A_bit_that_flipped_is_refused_or_changes_no_number()
    {
        var toy = new Toy();
        using (var trainer = new Trainer<Tensor>(toy.Model, toy.Optimizer, toy, toy.Loss) { Validation = toy, Patience = 3, Random = [toy.Noise], Progress = null })
        {
            trainer.RunTo(1);
            trainer.Save(File);
        }
        var (whole, refused) = (System.IO.File.ReadAllBytes(File), 0);
        for (var at = 0; at < whole.Length; at += 37)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x08;
            System.IO.File.WriteAllBytes(File, damaged);
            var other = new Toy(seed: 2);
            using var resumed = new Trainer<Tensor>(other.Model, other.Optimizer, other, other.Loss) { Validation = other, Patience = 3, Random = [other.Noise], Progress = null };
            try
            {
                resumed.Resume(File);
                resumed.Finish(1);
                Assert.Equal(toy.Parameters(), other.Parameters());
            }
            catch (InvalidDataException refusal)
            {
                Assert.StartsWith($"{File}: this is not a whole checkpoint (", refusal.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        Assert.True(refused > 0.9 * whole.Length / 37, $"{refused} of {whole.Length / 37}");
    }

    [Fact]
    public void A_checkpoint_of_other_batches_is_refused()
    {
        var toy = new Toy();
        using (var trainer = toy.Trainer()) trainer.Save(File);
        using var resumed = new Trainer<Tensor>(toy.Model, toy.Optimizer, [zeros(1, 4)], toy.Loss) { Progress = null, Random = [toy.Noise] };
        Assert.Contains("this checkpoint has 6 batches an epoch, this training has 1", Assert.Throws<InvalidDataException>(() => resumed.Resume(File)).Message);
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        var toy = new Toy();
        using (var trainer = toy.Trainer()) trainer.Save(File);
        using var other = nn.Sequential(("in", nn.Linear(4, 9)), ("drop", nn.Dropout(0.3)), ("out", nn.Linear(9, 4)));
        using var resumed = new Trainer<Tensor>(other, optim.Adam(other.parameters()), toy, toy.Loss) { Progress = null, Random = [toy.Noise] };
        Assert.Contains("this checkpoint is of another model or optimiser", Assert.Throws<InvalidDataException>(() => resumed.Resume(File)).Message);
    }

    [Fact]
    public void A_checkpoint_of_other_settings_is_refused_by_their_names()
    {
        var toy = new Toy();
        using (var trainer = With("1", "none")) trainer.Save(File);
        using var same = With("1", "none");
        same.Resume(File);
        using var other = With("2", "");
        Assert.Equal(
            $"{File}: this checkpoint is of another training: Seed was 1, is 2; Noise was none, is not said. Train as before, or give another path.",
            Assert.Throws<InvalidDataException>(() => other.Resume(File)).Message);

        Trainer<Tensor> With(string seed, string noise) => new(toy.Model, toy.Optimizer, toy, toy.Loss)
        {
            Progress = null,
            Random = [toy.Noise],
            Settings = new Dictionary<string, string> { ["Seed"] = seed, ["Noise"] = noise },
        };
    }

    [Fact]
    public void A_refused_checkpoint_leaves_model_and_optimiser_as_they_were()
    {
        var toy = new Toy();
        using (var trainer = toy.Trainer())
        {
            trainer.RunTo(1);
            trainer.Save(File);
        }
        var other = new Toy(seed: 2);
        var before = other.Parameters();
        using var resumed = new Trainer<Tensor>(other.Model, optim.SGD(other.Model.parameters(), 0.1), other, other.Loss) { Progress = null, Random = [other.Noise] };
        Assert.Contains("of another model or optimiser", Assert.Throws<InvalidDataException>(() => resumed.Resume(File)).Message);
        Assert.Equal(before, other.Parameters());
    }

    [Fact]
    public void A_training_under_way_cannot_be_resumed_over()
    {
        var toy = new Toy();
        using var trainer = toy.Trainer(checkpoint: File);
        trainer.RunTo(1);
        Assert.Throws<InvalidOperationException>(() => trainer.Resume(File));
    }
}
