using System.Diagnostics;

namespace Workbook.Data.Tests;

[Collection(RecordingScreen.Name)]
public sealed class DigitsTests : IDisposable
{
    private readonly RecordingScreen screen = RecordingScreen.Installed();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_mnist_cannot_be_had_one_sentence_says_so_and_handwriting_takes_its_place()
    {
        using var digits = Digits.Load(store: new Store { Own = folder["own"], Online = false });
        Assert.Equal("Handwriting", digits.Name);
        Assert.Equal("Handwriting: 60,000 images to learn from, 10,000 held out, 28 × 28 pixels", digits.ToString());
        Assert.StartsWith("Running on Handwriting, digits drawn by the workbook itself. MNIST is not on this machine", Assert.Single(screen.Lines));
    }

    [Fact]
    public void A_share_of_them_is_the_beginning_of_all_that_would_be_drawn()
    {
        var store = new Store { Own = folder["own"], Online = false };
        using var some = Digits.Load(store: store, drawn: 0.01);
        using var sample = Handwriting.Load(train: 600, test: 100);
        Assert.Equal((600, 100), (some.Train.Count, some.Test.Count));
        Assert.True(some.Train.Images.Equals(sample.Train.Images));
        Assert.Throws<ArgumentException>(() => Digits.Load(store: store, drawn: 0));
        Assert.Throws<ArgumentException>(() => Digits.Load(store: store, drawn: 1.5));
    }

    [Fact]
    public void A_spoilt_file_is_named_and_never_half_used()
    {
        folder.Write("given/mnist/train-images-idx3-ubyte.gz", [1, 2, 3]);
        using var digits = Digits.Load(store: new Store { Given = folder["given"], Own = folder["own"], Online = false });
        Assert.Equal("Handwriting", digits.Name);
        Assert.Contains("train-images-idx3-ubyte.gz: expected SHA-256 440fcabf", Assert.Single(screen.Lines));
    }

    [Fact]
    public void Seventy_thousand_digits_take_two_cores_less_than_five_seconds()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;                       // not the clock: other processes may keep the cores
        using var digits = Handwriting.Load();
        process.Refresh();
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 10);
    }
}
