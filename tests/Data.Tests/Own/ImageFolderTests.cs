namespace Workbook.Data.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Sub_folders_are_classes_in_the_order_of_their_names_and_labels_belong_to_their_pictures()
    {
        for (var i = 0; i < 10; i++)
        {
            folder.Write($"own/dog/{i}.png", Dot((byte)(200 + i)));
            folder.Write($"own/Zebra/{i}.png", Dot((byte)(100 + i)));
            folder.Write($"own/cat/{i}.PNG", Dot((byte)i));
        }
        folder.Write("own/.DS_Store", [1]);
        folder.Write("own/cat/Thumbs.db", [1]);
        using var own = ImageSet.FromFolder(folder["own"]);
        Assert.Equal(["Zebra", "cat", "dog"], own.Classes.ToArray());
        Assert.Equal("own: 24 images to learn from, 6 held out, 1 × 1 pixels", own.ToString());
        foreach (var part in new[] { own.Train, own.Test })
            foreach (var (pixel, label) in part.Images.data<float>().ToArray().Zip(part.Labels.data<long>().ToArray()))
                Assert.Equal(label, new[] { 1, 0, 2 }[(int)Math.Round(pixel * 255) / 100]);
        Assert.Equal([2, 2, 2], own.Test.Labels.data<long>().ToArray().CountBy(label => label).Select(pair => pair.Value));     // a fifth of each
    }

    [Fact]
    public void The_split_is_fixed_by_the_seed_and_every_picture_is_in_one_part()
    {
        for (var i = 0; i < 50; i++) folder.Write($"flat/{i}.png", Dot((byte)i));
        float[] first = Test(seed: 1), again = Test(seed: 1), other = Test(seed: 2);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        using var own = ImageSet.FromFolder(folder["flat"], test: 0.3, seed: 5);
        Assert.Equal(15, own.Test.Count);
        Assert.Equal(Enumerable.Range(0, 50), own.Train.Images.data<float>().ToArray().Concat(own.Test.Images.data<float>().ToArray()).Select(pixel => (int)Math.Round(pixel * 255)).Order());

        float[] Test(long seed)
        {
            using var set = ImageSet.FromFolder(folder["flat"], seed: seed);
            return set.Test.Images.data<float>().ToArray();
        }
    }

    [Fact]
    public void Flat_pictures_are_of_one_class_and_resized_and_inverted_where_asked()
    {
        folder.Write("scans/a.png", PngWriter.Png(PngWriter.Grey, 2, 2, 0, 51, 102, 51));
        folder.Write("scans/b.png", PngWriter.Png(PngWriter.Grey, 1, 4, 51, 51, 51, 51));
        using var own = ImageSet.FromFolder(folder["scans"], height: 1, width: 1, test: 0.5, invert: true);
        Assert.Equal(["scans"], own.Classes.ToArray());
        Assert.All(own.Train.Images.data<float>().ToArray().Concat(own.Test.Images.data<float>().ToArray()), pixel => Assert.Equal(0.8, pixel, 1e-6));     // 1 − 51/255, both
    }

    [Fact]
    public void The_source_lists_every_file_with_its_hash()
    {
        folder.Write("own/a/1.png", Dot(7));
        folder.Write("own/b/1.png", Dot(8));
        folder.Write("own/b/2.png", Dot(9));
        using var own = ImageSet.FromFolders(folder["own"], folder["own"]);
        using var one = ImageSet.FromFolder(folder["own"], test: 0.5);
        Assert.Equal(["a/1.png", "b/1.png", "b/2.png"], one.Source!.Files.Select(file => file.Name));
        Assert.Equal(folder["own"], one.Source.Name);
        Assert.Equal(Store.Hash(folder["own/b/2.png"]), one.Source.Files[2].Sha256);
        folder.Write("list", System.Text.Encoding.UTF8.GetBytes(string.Concat(one.Source.Files.Select(file => $"{file.Sha256}  {file.Name}\n"))));
        Assert.Equal(Store.Hash(folder["list"]), one.Source.Fingerprint);
        Assert.Equal($"own: 3 grey images of 1 × 1 pixels in 2 classes. From {folder["own"]}, 3 files, SHA-256 {one.Source.Fingerprint}.", one.Source.ToString());
        Assert.Equal((3, 3, 6), (own.Train.Count, own.Test.Count, own.Source!.Files.Length));
    }

    [Fact]
    public void A_file_that_is_no_picture_is_named() =>
        Refused("a/2.txt: expected a PNG or JPEG image, found a file that begins with 68656C6C: replace it by a good PNG or JPEG, or move it out of the folder.",
            () => folder.Write("own/a/2.txt", "hello"u8.ToArray()));

    [Fact]
    public void Of_several_bad_files_the_first_is_named() =>
        Refused("a/2.png: expected a PNG or JPEG image, found an empty file: replace", () =>
        {
            for (var i = 2; i < 9; i++) folder.Write($"own/a/{i}.png", []);
        });

    [Fact]
    public void A_picture_of_another_size_is_named_with_both_sizes() =>
        Refused($"b/2.png: expected 1 × 1 pixels, as {folder["own/a/1.png"]} has, found 1 × 2: give height and width, and every image is resized to them.",
            () => folder.Write("own/b/2.png", PngWriter.Png(PngWriter.Grey, 1, 2, 1, 2)));

    [Fact]
    public void An_empty_class_is_named() => Refused("c: expected the images of class c, found nothing.", () => Directory.CreateDirectory(folder["own/c"]));

    [Fact]
    public void A_picture_beside_the_sub_folders_is_named() =>
        Refused($"stray.png: lies beside the sub-folders of {folder["own"]}: expected either images or sub-folders, one for each class.", () => folder.Write("own/stray.png", Dot(1)));

    [Fact]
    public void Folders_that_cannot_be_meant_are_refused()
    {
        Directory.CreateDirectory(folder["empty"]);
        Assert.StartsWith($"{folder["empty"]}: expected PNG or JPEG images, or a sub-folder of them for each class, found nothing.",
            Assert.Throws<InvalidDataException>(() => ImageSet.FromFolder(folder["empty"])).Message);
        Assert.Equal($"{folder["none"]}: there is no such folder.", Assert.Throws<DirectoryNotFoundException>(() => ImageSet.FromFolder(folder["none"])).Message);
        folder.Write("parts/train/1.png", Dot(1));
        folder.Write("parts/test/1.png", Dot(1));
        Assert.Contains("test and train look like the parts of one data set", Assert.Throws<InvalidDataException>(() => ImageSet.FromFolder(folder["parts"])).Message);
        Assert.StartsWith("test: a share of 0.1 leaves 1 of 1 examples to learn from and 0 held out", Assert.Throws<ArgumentException>(() => ImageSet.FromFolder(folder["parts/train"], test: 0.1)).Message);
        Assert.Equal("height", Assert.Throws<ArgumentException>(() => ImageSet.FromFolder(folder["parts/train"], width: 28)).ParamName);
    }

    [Fact]
    public void Two_thousand_pictures_take_two_cores_less_than_five_seconds()
    {
        var random = new Random(1);
        var pixels = new byte[784];
        for (var i = 0; i < 2000; i++)
        {
            random.NextBytes(pixels);
            folder.Write($"many/{i % 10}/{i}.png", PngWriter.Png(PngWriter.Grey, 28, 28, pixels));
        }
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        using var own = ImageSet.FromFolder(folder["many"]);
        process.Refresh();
        Assert.Equal((1600, 400), (own.Train.Count, own.Test.Count));
        Assert.InRange((process.TotalProcessorTime - before).TotalSeconds, 0, 10);
    }

    private void Refused(string sentence, Action spoil)
    {
        folder.Write("own/a/1.png", Dot(1));
        folder.Write("own/b/1.png", Dot(2));
        spoil();
        var said = Assert.Throws<InvalidDataException>(() => ImageSet.FromFolder(folder["own"], test: 0.5)).Message;
        Assert.StartsWith(Path.Combine(folder["own"], sentence), said);
        Assert.DoesNotContain('\n', said);
    }

    private static byte[] Dot(byte grey) => PngWriter.Png(PngWriter.Grey, 1, 1, grey);
}
