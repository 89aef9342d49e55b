using System.Collections.Immutable;
using System.Text;

namespace Workbook.Data;

/// <summary>Where the label of a line of text stands.</summary>
public enum LabelPlace
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Before the first tab.</summary>
    First,

    /// <summary>After the last tab.</summary>
    Last,
}

/// <summary>What a blank line among lines of text means.</summary>
public enum BlankLines
{
    /// <summary>It is a mistake, except at the end of the file.</summary>
    Refuse,

    /// <summary>It is passed over.</summary>
    Skip,

    /// <summary>It is an example without words.</summary>
    Keep,
}

/// <summary>Texts, one a line of a file, and a class for each where there are labels.</summary>
/// <remarks><see cref="Vocabulary"/> makes tensors of them.</remarks>
public sealed class TextLines
{
    private TextLines(ImmutableArray<string> texts, ImmutableArray<int> labels, ImmutableArray<string> classes, Source source) =>
        (Texts, Labels, Classes, Source) = (texts, labels, classes, source);

    /// <summary>The texts, without the white space around them.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The number of each text's class; all 0 where there are no labels.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>What the labels mean, in ordinal order; none where there are no labels.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>How many texts: N.</summary>
    public int Count => Texts.Length;

    /// <summary>Where they came from.</summary>
    public Source Source { get; }

    /// <summary>Reads a text file, plain or gzipped, one text a line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">Where a label stands, parted from the text by a tab.</param>
    /// <param name="blank">What a blank line means.</param>
    /// <param name="encoding">How it is written where no byte order mark says so; UTF-8 unless given.</param>
    /// <exception cref="InvalidDataException">A byte is no text, a line is blank or lacks its label: one sentence with file and line.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static TextLines Read(string path, LabelPlace label = LabelPlace.None, BlankLines blank = BlankLines.Refuse, Encoding? encoding = null)
    {
        var file = OwnFile.Read(path);
        var lines = Lines(file, blank, encoding);
        return label == LabelPlace.None
            ? Of([.. lines.Select(line => (line.Text.Trim(), ""))], path, [file.Entry])
            : Of([.. lines.Select(line => Parted(line, label, path))], path, [file.Entry]);
    }

    /// <summary>Reads a file for each class, one text a line.</summary>
    /// <param name="files">Names of classes, each with its file.</param>
    /// <param name="blank">What a blank line means.</param>
    /// <param name="encoding">How the files are written where no byte order mark says so; UTF-8 unless given.</param>
    /// <exception cref="InvalidDataException">A byte is no text, or a line is blank: one sentence with file and line.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static TextLines ReadClasses(IReadOnlyDictionary<string, string> files, BlankLines blank = BlankLines.Refuse, Encoding? encoding = null)
    {
        var read = files.Select(pair => (Class: pair.Key, File: OwnFile.Read(pair.Value))).ToArray();
        return Of([.. read.SelectMany(part => Lines(part.File, blank, encoding).Select(line => (line.Text.Trim(), part.Class)))],
            string.Join(", ", files.Values), [.. read.Select(part => part.File.Entry)]);
    }

    /// <summary>Texts that are at hand already, without labels.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="texts">One text each.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static TextLines Of(string title, IEnumerable<string> texts)
    {
        ImmutableArray<string> all = [.. texts.Select(text => text.Trim())];
        if (all.IsEmpty) throw new ArgumentException($"{nameof(texts)}: expected at least one, got none.", nameof(texts));
        return new(all, [.. all.Select(_ => 0)], [], new(title, title, FormattableString.Invariant($"{all.Length:N0} texts."), "not stated", [], []));
    }

    /// <summary>Shuffles the texts and holds out the share of every class.</summary>
    /// <param name="test">The share that is held out.</param>
    /// <param name="seed">Another seed, another split.</param>
    /// <exception cref="ArgumentException">Nothing would be left to learn from, or to test on.</exception>
    public (TextLines Train, TextLines Test) Split(double test = 0.2, long seed = 1)
    {
        var split = Data.Split.Of([.. Labels.Select(label => (long)label)], test, seed);
        return (Rows(split.Train), Rows(split.Test));
    }

    /// <summary>Shuffles the texts, deals those of every class out to so many folds, and holds out one of them: for cross-validation.</summary>
    /// <param name="fold">Which fold is held out, from 0; each text is in one of them.</param>
    /// <param name="folds">How many there are. Default: 10.</param>
    /// <param name="seed">Another seed, another shuffle.</param>
    /// <exception cref="ArgumentException">Fewer than two folds or more than texts, or no such fold.</exception>
    public (TextLines Train, TextLines Test) Fold(int fold, int folds = 10, long seed = 1)
    {
        var split = Data.Split.Fold([.. Labels.Select(label => (long)label)], fold, folds, seed);
        return (Rows(split.Train), Rows(split.Test));
    }

    /// <summary>What this is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Title}: {Count:N0} texts{(Classes.IsEmpty ? "" : $" in {Classes.Length} classes ({string.Join(", ", Classes)})")}");

    private TextLines Rows(long[] rows) => new([.. rows.Select(row => Texts[(int)row])], [.. rows.Select(row => Labels[(int)row])], Classes, Source);

    private static TextLines Of(List<(string Text, string Class)> lines, string path, ImmutableArray<SourceFile> files)
    {
        if (lines.Count == 0) throw new InvalidDataException($"{path}: expected at least one line of text, found none.");
        ImmutableArray<string> classes = [.. lines.Select(line => line.Class).Distinct().Order(StringComparer.Ordinal)];
        var numbers = classes.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number);
        if (classes is [""]) classes = [];
        var about = FormattableString.Invariant($"{lines.Count:N0} lines of text{(classes.IsEmpty ? "" : $" in {classes.Length} classes")}.");
        return new([.. lines.Select(line => line.Text)], [.. lines.Select(line => numbers[line.Class])], classes, Source.Own(path, about, files));
    }

    private static List<(string Text, int Number)> Lines(OwnFile file, BlankLines blank, Encoding? encoding)
    {
        var lines = file.Text(encoding).TrimEnd().Split('\n').Select((text, i) => (Text: text.TrimEnd('\r'), Number: i + 1)).ToList();
        if (lines is [("", 1)]) return [];
        if (blank == BlankLines.Refuse && lines.FirstOrDefault(line => string.IsNullOrWhiteSpace(line.Text)) is { Number: > 0 and var number })
            throw new InvalidDataException($"{file.Path}, line {number}: expected a text, found a blank line: take it out, or say BlankLines.Skip or BlankLines.Keep.");
        if (blank == BlankLines.Skip) lines.RemoveAll(line => string.IsNullOrWhiteSpace(line.Text));
        return lines;
    }

    private static (string, string) Parted((string Text, int Number) line, LabelPlace place, string path)
    {
        var tab = place == LabelPlace.First ? line.Text.IndexOf('\t') : line.Text.LastIndexOf('\t');
        var (before, after) = tab < 0 ? ("", "") : (line.Text[..tab].Trim(), line.Text[(tab + 1)..].Trim());
        var (text, label) = place == LabelPlace.First ? (after, before) : (before, after);
        return label.Length > 0 ? (text, label) : throw new InvalidDataException($"{path}, line {line.Number}: expected " +
            $"{(place == LabelPlace.First ? "a label, a tab and a text" : "a text, a tab and a label")}, found {(tab < 0 ? "no tab" : "no label")}.");
    }
}
