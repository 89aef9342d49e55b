namespace Workbook.Data.Tests;

public sealed class OwnIdxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_pair_is_split_by_the_seed_and_labels_stay_with_their_pictures()
    {
        var (images, labels) = (Images("images", 30, 1, 2), Labels("labels", 30));
        using var own = ImageSet.FromIdx(images, labels, test: 0.2, seed: 3);
        Assert.Equal("images: 24 images to learn from, 6 held out, 1 × 2 pixels", own.ToString());
        Assert.Equal(["0", "1", "2"], own.Classes.ToArray());
        foreach (var part in new[] { own.Train, own.Test })
            foreach (var (row, label) in part.Images.data<float>().ToArray().Chunk(2).Zip(part.Labels.data<long>().ToArray()))
                Assert.Equal(label, (long)Math.Round(row[0] * 255) / 2 % 3);
        Assert.Equal(["images", "labels"], own.Source!.Files.Select(file => file.Name));
        Assert.Equal(Store.Hash(images), own.Source.Files[0].Sha256);
    }

    [Fact]
    public void Pictures_without_labels_are_of_one_class_and_four_files_give_both_parts()
    {
        using var bare = ImageSet.FromIdx(Images("images", 10, 2, 2));
        Assert.Equal((8, 2, 1), (bare.Train.Count, bare.Test.Count, bare.Classes.Length));
        using var both = ImageSet.FromIdx(Images("a", 6, 1, 2), Labels("b", 6), Images("c", 4, 1, 2), Labels("d", 4), classes: ["x", "y", "z"]);
        Assert.Equal((6, 4), (both.Train.Count, both.Test.Count));
        Assert.Equal(["x", "y", "z"], both.Classes.ToArray());
        Assert.Equal(4, both.Source!.Files.Length);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_named()
    {
        var (images, labels) = (Images("images", 6, 1, 2), Labels("labels", 5));
        Said($"{labels}: expected 6 labels, one for each image of {images}, found 5.", () => ImageSet.FromIdx(images, labels));
        Said($"{labels}: expected images, three sizes (count, height, width), found 5; these look like labels.", () => ImageSet.FromIdx(labels, images));
        Said($"{images}: expected labels, one size (count), found 6 × 1 × 2.", () => ImageSet.FromIdx(images, images));
        Said($"{Labels("six", 6)}: expected labels 0 to 1, one for each of 2 classes, found 2.", () => ImageSet.FromIdx(images, folder["six"], classes: ["a", "b"]));
        Said($"{Images("wide", 6, 1, 3)}: expected images of 1 × 2 pixels, as in {images}, found 1 × 3.", () => ImageSet.FromIdx(images, folder["six"], folder["wide"], folder["six"]));
        Said($"{Images("none", 0, 1, 2)}: expected at least one image of at least one pixel, found 0 × 1 × 2.", () => ImageSet.FromIdx(folder["none"]));

        static void Said(string sentence, Func<object> act) => Assert.Equal(sentence, Assert.Throws<InvalidDataException>(act).Message);
    }

    private string Images(string name, byte count, byte height, byte width) =>
        folder.Write(name, [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, height, 0, 0, 0, width, .. Enumerable.Range(0, count * height * width).Select(i => (byte)i)]);

    private string Labels(string name, byte count) => folder.Write(name, [0, 0, 8, 1, 0, 0, 0, count, .. Enumerable.Range(0, count).Select(i => (byte)(i % 3))]);
}
