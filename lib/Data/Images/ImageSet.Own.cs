using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <content>A person's own pictures.</content>
public sealed partial class ImageSet
{
    /// <summary>PNG and JPEG pictures in a folder: one class a sub-folder, in ordinal order of their names; one class in all where they lie flat.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="height">Rows that every picture is resized to; as stored unless given. A new pixel is the mean of the area it covers.</param>
    /// <param name="width">Columns, likewise; both or neither.</param>
    /// <param name="test">The share of every class that is held out.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <param name="invert">For dark ink on white paper: 1 − x, so that 0 is paper and 1 is ink.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <exception cref="InvalidDataException">A file is no picture or of another size, or the folder is empty: one sentence that names it.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static ImageSet FromFolder(string folder, int? height = null, int? width = null, double test = 0.2, long seed = 1, bool invert = false, Device? device = null)
    {
        RequireSize(height, width);
        var files = ImageFolder.Of(folder);
        var labels = files.Files.Select(file => file.Class).ToArray();
        var split = Split.Of(labels, test, seed);            // before anything is read: a share that cannot be had is found at once
        var (images, rows, columns, source) = files.Read(height, width, invert, device);
        var (train, held) = split.Cut(images);
        return new(source.Title, rows, columns, train, held, files.Classes) { Source = source };
    }

    /// <summary>Pictures whose parts lie in two folders, each with the same sub-folders, one a class, or flat.</summary>
    /// <inheritdoc cref="FromFolder"/>
    /// <param name="train">Pictures to learn from.</param>
    /// <param name="test">Pictures held out.</param>
    /// <param name="height">Rows that every picture is resized to; as the first of <paramref name="train"/> has unless given.</param>
    /// <param name="width">Columns, likewise; both or neither.</param>
    /// <param name="invert">For dark ink on white paper: 1 − x.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    public static ImageSet FromFolders(string train, string test, int? height = null, int? width = null, bool invert = false, Device? device = null)
    {
        RequireSize(height, width);
        var (learned, held) = (ImageFolder.Of(train), ImageFolder.Of(test));
        if (learned.Classes.Length > 1 || held.Classes.Length > 1)
            if (!learned.Classes.SequenceEqual(held.Classes)) throw new InvalidDataException(
                $"{test}: expected the same classes as {train} has, {string.Join(", ", learned.Classes)}, found {string.Join(", ", held.Classes)}.");
        var (first, rows, columns, source) = learned.Read(height, width, invert, device);
        var (second, otherRows, otherColumns, other) = held.Read(height, width, invert, device);
        if ((otherRows, otherColumns) != (rows, columns)) throw new InvalidDataException(
            $"{test}: expected {rows} × {columns} pixels, as in {train}, found {otherRows} × {otherColumns}: give height and width, and every image is resized to them.");
        var both = source.Files.Select(file => file with { Name = $"{source.Title}/{file.Name}" }).Concat(other.Files.Select(file => file with { Name = $"{other.Title}/{file.Name}" }));
        return new(source.Title, rows, columns, first, second, learned.Classes)
        {
            Source = new($"{train}, {test}", source.Title, $"{source.About} Held out: {other.About}", source.Licence, [], [.. both]),
        };
    }

    /// <summary>Pictures in an IDX file, the format of MNIST, plain or gzipped; so many of every class are held out.</summary>
    /// <param name="images">File of bytes (count, height, width).</param>
    /// <param name="labels">File of bytes (count); null where there are no labels: all are of one class.</param>
    /// <param name="test">The share of every class that is held out.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="classes">Names of the classes; their numbers unless given.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together: one sentence that names it.</exception>
    public static ImageSet FromIdx(string images, string? labels = null, double test = 0.2, long seed = 1, Device? device = null, ImmutableArray<string>? classes = null)
    {
        var (whole, height, width, files) = new IdxPair(images, labels).Read(device);
        var names = Named(labels ?? images, classes, whole);
        var (train, held) = Split.Of(whole.Labels.cpu().data<long>().ToArray(), test, seed).Cut(whole);
        var source = Source.Own(images, FormattableString.Invariant($"{train.Count + held.Count:N0} grey images of {height} × {width} pixels in {names.Length} {(names.Length == 1 ? "class" : "classes")}."), files);
        return new(source.Title, height, width, train, held, names) { Source = source };
    }

    /// <summary>Pictures and labels whose parts lie in four IDX files, as MNIST's do.</summary>
    /// <param name="trainImages">Pictures to learn from.</param>
    /// <param name="trainLabels">Their labels.</param>
    /// <param name="testImages">Pictures held out.</param>
    /// <param name="testLabels">Their labels.</param>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="classes">Names of the classes; their numbers unless given.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or two do not belong together: one sentence that names it.</exception>
    public static ImageSet FromIdx(string trainImages, string trainLabels, string testImages, string testLabels, Device? device = null, ImmutableArray<string>? classes = null)
    {
        var (train, height, width, files) = new IdxPair(trainImages, trainLabels).Read(device);
        var (test, otherHeight, otherWidth, others) = new IdxPair(testImages, testLabels).Read(device);
        if ((height, width) != (otherHeight, otherWidth))
            throw new InvalidDataException($"{testImages}: expected images of {height} × {width} pixels, as in {trainImages}, found {otherHeight} × {otherWidth}.");
        var names = Named(trainLabels, classes, train);
        Named(testLabels, names, test);
        var source = Source.Own(trainImages, FormattableString.Invariant($"{train.Count:N0} grey images of {height} × {width} pixels in {names.Length} classes, and {test.Count:N0} held out."), files.Concat(others));
        return new(source.Title, height, width, train, test, names) { Source = source };
    }

    /// <summary>The names of the classes, if there is one for every label.</summary>
    private static ImmutableArray<string> Named(string file, ImmutableArray<string>? classes, LabelledImages images)
    {
        using var largest = images.Labels.max();
        var most = largest.item<long>();
        var names = classes ?? [.. Enumerable.Range(0, (int)most + 1).Select(label => FormattableString.Invariant($"{label}"))];
        return most < names.Length ? names : throw new InvalidDataException($"{file}: expected labels 0 to {names.Length - 1}, one for each of {names.Length} classes, found {most}.");
    }

    private static void RequireSize(int? height, int? width)
    {
        if (height is null != width is null) throw new ArgumentException("Expected both height and width, or neither.", height is null ? nameof(height) : nameof(width));
        if (height is { } rows) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows, nameof(height));
        if (width is { } columns) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns, nameof(width));
    }
}
