using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>Nonlinear PCA in five layers: data, mapping (σ), bottleneck (linear), demapping (σ), data (linear).</summary>
/// <remarks>
/// u = G(x), x̂ = H(u), each a network with one sigmoid layer, and so each able to approximate any continuous map; without the two
/// sigmoid layers there is nothing here but PCA. Minimises ⟨‖x − H(G(x))‖²⟩.
/// Kramer, "Nonlinear principal component analysis using autoassociative neural networks", AIChE Journal 37 (1991). Notebook 02.
/// </remarks>
public sealed class KramerNetwork : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Perceptron mapping;
    private readonly Perceptron demapping;
    private readonly int dataSize, codeSize;

    /// <summary>A network D-M-K-M-D.</summary>
    /// <param name="dataSize">D, the number of measured variables.</param>
    /// <param name="mappingSize">M, the sigmoid units of the mapping layer, and of the demapping layer.</param>
    /// <param name="codeSize">K, the nonlinear factors.</param>
    /// <param name="random">Where the first weights come from.</param>
    public KramerNetwork(int dataSize, int mappingSize, int codeSize, Generator random)
        : base($"KramerNetwork {dataSize}-{mappingSize}-{codeSize}-{mappingSize}-{dataSize}")
    {
        (this.dataSize, this.codeSize) = (dataSize, codeSize);
        mapping = new([dataSize, mappingSize, codeSize], Activation.Sigmoid, Activation.Identity, random);
        demapping = new([codeSize, mappingSize, dataSize], Activation.Sigmoid, Activation.Identity, random);
        RegisterComponents();
    }

    /// <summary>u = G(x): (B, D) → (B, K).</summary>
    public Tensor Encode(Tensor x) => mapping.call(x.Require([-1, dataSize]));

    /// <summary>x̂ = H(u): (B, K) → (B, D).</summary>
    public Tensor Decode(Tensor code) => demapping.call(code.Require([-1, codeSize]));

    /// <summary>x̂ = H(G(x)): (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>⟨‖x − x̂‖²⟩ per example: (B, D) → one term.</summary>
    public LossTerms Loss(Tensor x) => new(("reconstruction", (x - call(x)).square().sum(dim: -1).mean()));
}
