using System.Collections.Immutable;
using Workbook.Display;

namespace Workbook.Data;

/// <summary>Labelled trees in three parts.</summary>
/// <param name="Name">For people: SST.</param>
/// <param name="Train">What is learned from.</param>
/// <param name="Dev">What settings are chosen on.</param>
/// <param name="Test">What is held out.</param>
/// <param name="Classes">What the labels 0, 1, … mean.</param>
public sealed record TreebankParts(string Name, Treebank Train, Treebank Dev, Treebank Test, ImmutableArray<string> Classes)
{
    /// <summary>The Stanford Sentiment Treebank where it is present, else drawn trees, with one sentence that says so.</summary>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    public static TreebankParts Load(Store? store = null)
    {
        try
        {
            return Sst.Load(store);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            new Sentence($"Running on {ToyTreebank.Title}. {failure.Message}").Show();
            return ToyTreebank.Load();
        }
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.Count:N0} + {Dev.Count:N0} + {Test.Count:N0} trees in {Classes.Length} classes ({string.Join(", ", Classes)})");
}

/// <summary>The Stanford Sentiment Treebank: sentences of film reviews, each phrase of which was judged by people.</summary>
/// <remarks>Socher et al., "Recursive deep models for semantic compositionality over a sentiment treebank" (2013). Notebook 10.</remarks>
public static class Sst
{
    /// <summary>What the five labels mean.</summary>
    public static ImmutableArray<string> Classes { get; } = ["very negative", "negative", "neutral", "positive", "very positive"];

    /// <summary>Reads its three parts.</summary>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">It is not on this machine.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash.</exception>
    public static TreebankParts Load(Store? store = null)
    {
        store ??= Store.Default;
        return new(Sources.Sst.Title, Part("train.txt.gz"), Part("dev.txt.gz"), Part("test.txt.gz"), Classes);

        Treebank Part(string name) => Treebank.Read(store.Fetch(Sources.Sst, Sources.Sst.Files.Single(file => file.Name == name)), classes: Classes.Length);
    }
}

/// <summary>Sentences of film reviews, 5,331 that praise and 5,331 that do not: no trees, one label a sentence.</summary>
/// <remarks>Pang and Lee, "Seeing stars: exploiting class relationships for sentiment categorization with respect to rating scales" (2005). Words are parted by blanks.</remarks>
public static class RtPolarity
{
    /// <summary>Reads both files; the classes are "negative" and "positive".</summary>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    /// <exception cref="MissingDataException">It is not on this machine.</exception>
    /// <exception cref="InvalidDataException">A file has the wrong hash.</exception>
    public static TextLines Load(Store? store = null)
    {
        store ??= Store.Default;
        return TextLines.ReadClasses(new Dictionary<string, string>
        {
            ["negative"] = store.Fetch(Sources.RtPolarity, Sources.RtPolarity.Files[0]),
            ["positive"] = store.Fetch(Sources.RtPolarity, Sources.RtPolarity.Files[1]),
        });
    }
}
