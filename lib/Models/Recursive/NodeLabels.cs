using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The class of a word or phrase, read off its vector: d(p) = softmax(W_label p + b).</summary>
/// <remarks>Socher et al. (2011), §2.4. E_cE = −Σₖ tₖ log dₖ, summed over all words and phrases that have a label. Notebook 10.</remarks>
internal sealed class NodeLabels : Module<Tensor, Tensor>
{
    private readonly Linear label;

    public NodeLabels(int size, int classes, Generator random) : base(nameof(NodeLabels))
    {
        Classes = classes >= 2 ? classes : throw new ArgumentException($"{nameof(classes)}: expected two or more, got {classes}.", nameof(classes));
        label = GlorotUniform.Linear(size, classes, random);
        RegisterComponents();
    }

    public int Classes { get; }

    /// <summary>The logits: (N, K) → (N, C).</summary>
    public override Tensor forward(Tensor nodes) => label.call(nodes);

    /// <summary>E_cE of each row, 0 where there is no label: (N, K) → (N).</summary>
    public Tensor Surprise(TreeBatch batch, Tensor nodes)
    {
        Require(batch.LargestLabel);
        return functional.cross_entropy(call(nodes), batch.Labels, ignore_index: TreeBatch.Unlabelled, reduction: Reduction.None);
    }

    /// <summary>E_cE of one word or phrase: (1, K) → a scalar.</summary>
    public Tensor Surprise(Tree tree, Tensor vector)
    {
        if (tree.Label is not { } k) return zeros([], vector.dtype, vector.device);
        Require(k);
        return -call(vector).log_softmax(1)[0, k];
    }

    private void Require(int label)
    {
        if (label >= Classes) throw new ArgumentException($"{nameof(label)}: expected classes from 0 to {Classes - 1}, got {label}.", nameof(label));
    }
}
