using System.Collections.Immutable;
using System.Text;

namespace Workbook.Data;

/// <summary>Binary trees over sentences, one in brackets a line: <c>(3 (2 It) (4 works))</c>, a label before every word and phrase.</summary>
/// <remarks>
/// It knows no type of tree: whoever reads gives two functions, one for a word and one for two parts. Without labels it is <c>(It (works well))</c>.
/// The form is that of the Penn Treebank: Marcus, Santorini and Marcinkiewicz (1993). Notebook 10.
/// </remarks>
public sealed class Treebank
{
    private readonly string name;
    private readonly bool labelled;
    private readonly int classes;
    private readonly ImmutableArray<(string Text, int Number)> lines;

    private Treebank(string name, ImmutableArray<(string Text, int Number)> lines, bool labelled, int classes)
    {
        (this.name, this.lines, this.labelled, this.classes) = (name, lines, labelled, classes);
        var (words, sentences) = (new List<string>(), new List<IReadOnlyList<string>>());
        foreach (var line in lines)
        {
            words.Clear();
            Reader(line, (word, _) => Heard(word), (_, _, _) => 0).Read();
            sentences.Add([.. words]);
        }
        Sentences = sentences;

        int Heard(string word)
        {
            words.Add(word);
            return 0;
        }
    }

    /// <summary>How many trees: N.</summary>
    public int Count => lines.Length;

    /// <summary>The words of each tree, as they are written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sentences { get; }

    /// <summary>The trees in brackets.</summary>
    public IEnumerable<string> Lines => lines.Select(line => line.Text);

    /// <summary>Reads a file, plain or gzipped, and checks every tree.</summary>
    /// <param name="path">The file: UTF-8; blank lines are passed over.</param>
    /// <param name="labelled">Whether every word and phrase has a label.</param>
    /// <param name="classes">How many labels there are; any unless given.</param>
    /// <exception cref="InvalidDataException">There is no tree, or a line is none: one sentence with file, line and column.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Treebank Read(string path, bool labelled = true, int classes = int.MaxValue) => Of(OwnFile.Read(path).Text(Encoding.UTF8).Split('\n'), path, labelled, classes);

    /// <summary>The trees of a file, each as the two functions make it.</summary>
    /// <param name="path">The file: UTF-8, plain or gzipped.</param>
    /// <param name="leaf">What a word and its label become.</param>
    /// <param name="node">What two parts and the label of the whole become.</param>
    /// <param name="labelled">Whether every word and phrase has a label; if not, the functions are given none.</param>
    /// <exception cref="InvalidDataException">There is no tree, or a line is none: one sentence with file, line and column.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static T[] Read<T>(string path, Func<string, int?, T> leaf, Func<T, T, int?, T> node, bool labelled = true) => Read(path, labelled).Fold(leaf, node);

    /// <summary>Trees that are at hand as text.</summary>
    /// <param name="lines">A tree each; blank ones are passed over.</param>
    /// <param name="name">What to call them where one is wrong.</param>
    /// <param name="labelled">Whether every word and phrase has a label.</param>
    /// <param name="classes">How many labels there are; any unless given.</param>
    /// <exception cref="InvalidDataException">There is no tree, or a line is none: one sentence with line and column.</exception>
    public static Treebank Of(IEnumerable<string> lines, string name = "trees", bool labelled = true, int classes = int.MaxValue)
    {
        ImmutableArray<(string, int)> kept = [.. lines.Select((text, i) => (text.Trim('\r', '\uFEFF'), i + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Item1))];
        return kept.IsEmpty ? throw new InvalidDataException($"{name}: expected at least one tree, found none.") : new(name, kept, labelled, classes);
    }

    /// <summary>The trees, each as the two functions make it.</summary>
    /// <param name="leaf">What a word and its label become.</param>
    /// <param name="node">What two parts and the label of the whole become.</param>
    public T[] Fold<T>(Func<string, int?, T> leaf, Func<T, T, int?, T> node) =>
        [.. lines.Select(line => Reader(line, leaf, node).Read())];

    /// <summary>The first trees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not one tree or more, or more than there are.</exception>
    public Treebank First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new(name, lines[..count], labelled, classes);
    }

    private BracketReader<T> Reader<T>((string Text, int Number) line, Func<string, int?, T> leaf, Func<T, T, int?, T> node) =>
        new(line.Text, $"{name}, line {line.Number}", labelled, classes, leaf, node);
}
