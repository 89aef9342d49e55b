using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>A network whose shape is the tree it reads: a vector for every word and phrase, and a loss of a tree that is a sum over them.</summary>
/// <remarks>Each has its recursion twice: over a <see cref="Tree"/>, as the papers write it, and over a <see cref="TreeBatch"/>, in which it is trained. Notebook 10.</remarks>
public interface IRecursiveModel
{
    /// <summary>V, how many words there are; their numbers are 0 … V − 1.</summary>
    int Vocabulary { get; }

    /// <summary>K, the numbers of each vector.</summary>
    int Size { get; }

    /// <summary>The word vectors.</summary>
    WordVectors Words { get; }

    /// <summary>The vectors of all rows: (N, K).</summary>
    Tensor Nodes(TreeBatch batch);

    /// <summary>The mean over the trees of the sum over their words and phrases, in nats per tree.</summary>
    LossTerms Loss(TreeBatch batch);

    /// <summary>The vector of a tree and its loss, by the recursion as it is read.</summary>
    Folded Fold(Tree tree);
}

/// <summary>A recursive network that also names the class of every word and phrase.</summary>
public interface ITreeClassifier : IRecursiveModel
{
    /// <summary>C, how many classes there are.</summary>
    int Classes { get; }

    /// <summary>The logits of each class at all rows: (N, C).</summary>
    Tensor LabelLogits(TreeBatch batch);
}

/// <summary>A recursive network that gives back what each phrase was made of.</summary>
public interface ITreeReconstruction : IRecursiveModel
{
    /// <summary>E_rec of each phrase, unweighted by α, in nats: (M).</summary>
    Tensor Errors(TreeBatch batch);
}

/// <summary>What a recursion gives for a tree.</summary>
/// <param name="Vector">The vector of the whole: (1, K).</param>
/// <param name="Loss">The sum over all its words and phrases, in nats: a scalar.</param>
public sealed record Folded(Tensor Vector, Tensor Loss);
