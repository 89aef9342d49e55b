using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;

namespace Workbook.Data.Tests;

[Collection(RecordingScreen.Name)]
public sealed class StoreTests : IDisposable
{
    private static readonly byte[] Good = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 + i / 251))];
    private static readonly byte[] Wrong = [.. Good.Reverse()];
    private static readonly SourceFile File1 = new("pixels.bin", Good.Length, Convert.ToHexStringLower(SHA256.HashData(Good)));

    private readonly RecordingScreen screen = RecordingScreen.Installed();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_persons_folder_comes_before_the_workbooks_own()
    {
        folder.Write("own/toy/pixels.bin", Good);
        Assert.Equal(folder["own/toy/pixels.bin"], Here().Fetch(Toy(), File1));
        folder.Write("given/toy/pixels.bin", Good);
        Assert.Equal(folder["given/toy/pixels.bin"], Here().Fetch(Toy(), File1));
    }

    [Fact]
    public void What_is_in_no_folder_is_downloaded_once_with_a_bar_that_fills()
    {
        using var mirror = Mirror.Of(Good);
        var path = Here().Fetch(Toy(mirror), File1);
        Assert.Equal(Good, File.ReadAllBytes(path));
        Assert.Equal(["own/toy/pixels.bin"], folder.Files);
        Assert.StartsWith("Toy: pixels.bin [                    ] 0", screen.Lines[0]);
        Assert.StartsWith("Toy: pixels.bin [####################] 100", screen.Lines[^1]);
        Here().Fetch(Toy(mirror), File1);
        Assert.Equal(1, mirror.Requests);
    }

    [Fact]
    public void Mirrors_are_tried_in_order_until_one_has_the_file()
    {
        using var gone = Mirror.Saying(HttpStatusCode.NotFound);
        using var cut = Mirror.Of(Good[..1000]);
        using var longer = Mirror.Of([.. Good, 1]);
        using var good = Mirror.Of(Good);
        using var spare = Mirror.Of(Good);
        var path = Here().Fetch(Toy(gone, cut, longer, good, spare), File1);
        Assert.Equal(Good, File.ReadAllBytes(path));
        Assert.Equal([1, 1, 1, 1, 0], new[] { gone, cut, longer, good, spare }.Select(mirror => mirror.Requests));
        Assert.Equal(["own/toy/pixels.bin"], folder.Files);
    }

    [Fact]
    public void A_download_with_the_wrong_hash_is_kept_aside_and_never_used()
    {
        using var mirror = Mirror.Of(Wrong);
        var sentence = Assert.Throws<InvalidDataException>(() => Here().Fetch(Toy(mirror), File1)).Message;
        Assert.Equal(["own/toy/pixels.bin.rejected"], folder.Files);
        Assert.Contains(folder["own/toy/pixels.bin"], sentence);
        Assert.Contains(File1.Sha256, sentence);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Wrong)), sentence);
        Assert.Contains("run again", sentence);
    }

    [Fact]
    public void A_spoilt_copy_of_our_own_is_kept_aside_and_downloaded_anew()
    {
        folder.Write("own/toy/pixels.bin", Good[..^1]);
        using var mirror = Mirror.Of(Good);
        Here().Fetch(Toy(mirror), File1);
        Assert.Equal(["own/toy/pixels.bin", "own/toy/pixels.bin.rejected"], folder.Files);
        Assert.Equal(Good[..^1], File.ReadAllBytes(folder["own/toy/pixels.bin.rejected"]));
        Assert.Contains("kept aside as pixels.bin.rejected", screen.Lines[0]);
    }

    [Fact]
    public void A_persons_spoilt_copy_is_named_left_alone_and_not_used()
    {
        folder.Write("given/toy/pixels.bin", Wrong);
        using var mirror = Mirror.Of(Good);
        var sentence = Assert.Throws<InvalidDataException>(() => Here().Fetch(Toy(mirror), File1)).Message;
        Assert.StartsWith(folder["given/toy/pixels.bin"], sentence);
        Assert.Equal(["given/toy/pixels.bin"], folder.Files);
        Assert.Equal(0, mirror.Requests);
    }

    [Fact]
    public void When_every_mirror_fails_one_sentence_says_how_and_where_to_put_the_file()
    {
        using var gone = Mirror.Saying(HttpStatusCode.NotFound);
        using var cut = Mirror.Of(Good[..1000]);
        var sentence = Assert.Throws<MissingDataException>(() => Here().Fetch(Toy(gone, cut), File1)).Message;
        Assert.Contains("answered 404", sentence);
        Assert.Contains("sent 1000 bytes of 300000", sentence);
        Assert.Contains("put pixels.bin and its companions, named in data/README.md, into toy/ under $WORKBOOK_DATA or data/", sentence);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Without_network_the_mirror_is_named_once_and_no_folder_is_made()
    {
        var nowhere = new Source("toy", "Toy", "A few bytes.", "none needed", [new("http://no-such-host.invalid/")], [File1]);
        var sentence = Assert.Throws<MissingDataException>(() => Here().Fetch(nowhere, File1)).Message;
        Assert.Equal(2, sentence.Split("no-such-host.invalid").Length);
        Assert.False(Directory.Exists(folder["own"]));
    }

    [Fact]
    public void A_silent_mirror_is_given_up_within_the_patience()
    {
        using var silent = new Mirror(_ => { });
        var watch = Stopwatch.StartNew();
        var sentence = Assert.Throws<MissingDataException>(() => (Here() with { Patience = TimeSpan.FromMilliseconds(300) }).Fetch(Toy(silent), File1)).Message;
        Assert.Contains("no answer in time", sentence);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.25, 5);
    }

    [Fact]
    public void A_download_that_is_stopped_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        using var slow = new Mirror(context =>
        {
            context.Response.ContentLength64 = Good.Length;
            context.Response.OutputStream.Write(Good.AsSpan(0, 1000));
            context.Response.OutputStream.Flush();
            stop.CancelAfter(100);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Here().Fetch(Toy(slow), File1, stop.Token));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void The_stop_button_of_the_screen_stops_a_download()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var silent = new Mirror(_ => { });
        Display.Stop.Token = stop.Token;
        try
        {
            Assert.ThrowsAny<OperationCanceledException>(() => Here().Fetch(Toy(silent), File1));
        }
        finally
        {
            Display.Stop.Token = CancellationToken.None;
        }
    }

    [Fact]
    public void Without_network_or_mirror_one_sentence_says_where_to_put_the_file()
    {
        using var mirror = Mirror.Of(Good);
        Assert.Contains("WORKBOOK_OFFLINE=1", Assert.Throws<MissingDataException>(() => (Here() with { Online = false }).Fetch(Toy(mirror), File1)).Message);
        Assert.Contains("no public mirror", Assert.Throws<MissingDataException>(() => Here().Fetch(Toy(), File1)).Message);
        Assert.Equal(0, mirror.Requests);
    }

    [Fact]
    public void Every_source_of_the_catalogue_is_told_apart_by_name_and_hash()
    {
        Assert.Equal(Sources.All.Length, Sources.All.DistinctBy(source => source.Name).Count());
        var files = Sources.All.SelectMany(source => source.Files).ToList();
        Assert.Equal(files.Count, files.DistinctBy(file => file.Sha256).Count());
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
        Assert.All(Sources.All.SelectMany(source => source.Mirrors), mirror => Assert.EndsWith("/", mirror.AbsolutePath));
    }

    [Fact]
    public void The_page_of_the_data_folder_names_every_file_with_size_hash_and_licence()
    {
        var page = File.ReadAllText(Path.Combine(Folders.Own(), "README.md"));
        foreach (var source in Sources.All)
        {
            Assert.Contains($"| `{source.Name}/` | **{source.Title}**: {source.About} | {source.Licence} |", page);
            foreach (var file in source.Files) Assert.Contains(FormattableString.Invariant($"| `{source.Name}/{file.Name}` | {file.Bytes:N0} | `{file.Sha256}` |"), page);
        }
    }

    private Store Here() => new() { Given = folder["given"], Own = folder["own"] };

    private static Source Toy(params Mirror[] mirrors) =>
        new("toy", "Toy", "A few bytes.", "none needed", [.. mirrors.Select(mirror => mirror.Address)], [File1]);
}
