using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Pictures in a folder: one class a sub-folder, in ordinal order of their names, or one class in all where the pictures lie flat.</summary>
/// <remarks>Files that begin with a dot, Thumbs.db and desktop.ini are passed over; every other file must be a picture.</remarks>
internal sealed record ImageFolder(string Path, ImmutableArray<string> Classes, ImmutableArray<(string File, long Class)> Files)
{
    private static readonly string[] Parts = ["train", "training", "test", "testing", "val", "valid", "validation"];

    /// <summary>Looks which files there are, without opening one.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It holds no picture, or pictures beside sub-folders, or the parts of a data set.</exception>
    public static ImageFolder Of(string path)
    {
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"{path}: there is no such folder{(File.Exists(path) ? "; it is a file" : "")}.");
        var flat = In(path);
        var classes = Directory.GetDirectories(path).Select(folder => System.IO.Path.GetFileName(folder)!).Where(name => name[0] != '.').Order(StringComparer.Ordinal).ToImmutableArray();
        if (classes.IsEmpty && flat.Length == 0) throw new InvalidDataException($"{path}: expected PNG or JPEG images, or a sub-folder of them for each class, found nothing.");
        if (classes.IsEmpty) return new(path, [Name(path)], [.. flat.Select(file => (file, 0L))]);
        if (flat.Length > 0) throw new InvalidDataException($"{flat[0]}: lies beside the sub-folders of {path}: expected either images or sub-folders, one for each class.");
        if (classes.Length > 1 && classes.All(name => Parts.Contains(name.ToLowerInvariant())))
            throw new InvalidDataException($"{path}: {string.Join(" and ", classes)} look like the parts of one data set, not like classes: ImageSet.FromFolders(train, test) takes one folder for each part.");
        return new(path, classes, [.. classes.SelectMany(Labelled)]);

        IEnumerable<(string, long)> Labelled(string name, int label)
        {
            var files = In(System.IO.Path.Combine(path, name));
            if (files.Length == 0) throw new InvalidDataException($"{System.IO.Path.Combine(path, name)}: expected the images of class {name}, found nothing.");
            return files.Select(file => (file, (long)label));
        }
    }

    /// <summary>Reads all pictures, on all cores; labels are numbers of classes.</summary>
    /// <param name="height">Rows to resize to, or null: as the first picture has.</param>
    /// <param name="width">Columns, likewise.</param>
    /// <param name="invert">Whether dark is ink: 1 minus each pixel.</param>
    /// <param name="device">Where the tensors live.</param>
    /// <exception cref="InvalidDataException">A file is no picture, or has another size and none was asked for: the first such file is named.</exception>
    public (LabelledImages Images, int Height, int Width, Source Source) Read(int? height, int? width, bool invert, Device? device)
    {
        var first = Picture(Files[0].File, File.ReadAllBytes(Files[0].File));
        var (rows, columns) = (height ?? first.Height, width ?? first.Width);
        var pixels = new float[(long)Files.Length * rows * columns];
        var (entries, failures) = (new SourceFile[Files.Length], new Exception?[Files.Length]);
        Parallel.For(0, Files.Length, (i, loop) =>
        {
            try
            {
                var bytes = File.ReadAllBytes(Files[i].File);
                entries[i] = OwnFile.Entered(System.IO.Path.GetRelativePath(Path, Files[i].File).Replace('\\', '/'), bytes);
                var picture = Picture(Files[i].File, bytes);
                if (height is null && (picture.Height, picture.Width) != (rows, columns)) throw OtherSize(Files[i].File, picture);
                Fill(pixels.AsSpan(i * rows * columns, rows * columns), picture.Resized(rows, columns).Grey, invert);
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                failures[i] = failure;
                loop.Break();                                // those before it are still looked at: the same file is named every time
            }
        });
        if (failures.FirstOrDefault(failure => failure is not null) is { } named) throw named;
        var labels = tensor(Files.Select(file => file.Class).ToArray(), device: device);
        return (new(tensor(pixels, [Files.Length, rows * columns], device: device), labels), rows, columns, Source.Own(Path, About(rows, columns), entries));

        InvalidDataException OtherSize(string file, Picture picture) => new(
            $"{file}: expected {rows} × {columns} pixels, as {Files[0].File} has, found {picture.Height} × {picture.Width}: give height and width, and every image is resized to them.");
    }

    private string About(int rows, int columns) => FormattableString.Invariant(
        $"{Files.Length:N0} grey images of {rows} × {columns} pixels{(Classes.Length > 1 ? $" in {Classes.Length} classes" : "")}.");

    private static Picture Picture(string file, byte[] bytes)
    {
        try
        {
            return Data.Picture.Decode(bytes);
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{file}: {damage.Message}: replace it by a good PNG or JPEG, or move it out of the folder.", damage);
        }
    }

    private static void Fill(Span<float> row, float[] grey, bool invert)
    {
        if (invert) for (var i = 0; i < row.Length; i++) row[i] = 1 - grey[i];
        else grey.CopyTo(row);
    }

    private static string[] In(string folder) =>
        [.. Directory.GetFiles(folder).Where(file => System.IO.Path.GetFileName(file) is { } name && name[0] != '.' && name is not ("Thumbs.db" or "desktop.ini")).Order(StringComparer.Ordinal)];

    private static string Name(string path) => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
}
