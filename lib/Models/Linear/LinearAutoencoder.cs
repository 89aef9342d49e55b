using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>The autoencoder without a nonlinearity: u = W₁x + b₁, x̂ = W₂u + b₂, minimising ⟨‖x − x̂‖²⟩.</summary>
/// <remarks>
/// Every minimum is global and has W₂'s columns span the first K principal components; all other stationary points are saddles.
/// The basis is another one than PCA's: (W₂C, C⁻¹W₁) has the same error for every invertible C. Take centred data, or the root of their
/// covariance: otherwise a code unit goes to the mean first, and comes back from that saddle slowly. Baldi and Hornik, "Neural networks and
/// principal component analysis: learning from examples without local minima" (1989). Notebook 02.
/// </remarks>
public sealed class LinearAutoencoder : Module<Tensor, Tensor>, IAutoencoder
{
    private readonly Linear encoder;                                                // W₁ (K, D), b₁ (K)
    private readonly Linear decoder;                                                // W₂ (D, K), b₂ (D)

    /// <summary>A linear autoencoder D-K-D.</summary>
    /// <param name="dataSize">D, the number of features.</param>
    /// <param name="codeSize">K, the size of the code.</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public LinearAutoencoder(int dataSize, int codeSize, Generator random) : base($"LinearAutoencoder {dataSize}-{codeSize}")
    {
        encoder = GlorotUniform.Linear(dataSize.RequireSize(), codeSize.RequireSize(), random);
        decoder = GlorotUniform.Linear(codeSize, dataSize, random);
        RegisterComponents();
    }

    /// <summary>W₁: (K, D).</summary>
    public Tensor EncoderWeight => encoder.weight;

    /// <summary>W₂, whose columns span the learned subspace: (D, K).</summary>
    public Tensor DecoderWeight => decoder.weight;

    /// <summary>u = W₁x + b₁: (B, D) → (B, K).</summary>
    public Tensor Encode(Tensor x) => encoder.call(x.Require([-1, encoder.weight.shape[1]]).RequireType(encoder.weight.dtype));

    /// <summary>x̂ = W₂u + b₂: (B, K) → (B, D).</summary>
    public Tensor Decode(Tensor code) => decoder.call(code.Require([-1, encoder.weight.shape[0]]).RequireType(encoder.weight.dtype));

    /// <summary>x̂: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>⟨‖x − x̂‖²⟩ per example: (B, D) → a scalar.</summary>
    public LossTerms Loss(Tensor x) => new(("reconstruction", (x - call(x)).square().sum(dim: -1).mean()));

    /// <summary>‖R − RW₁ᵀW₂ᵀ‖², the squared error of all the data at once when the biases are at their best: (D, D) → a scalar.</summary>
    /// <param name="root">R of <see cref="Covariance.Root"/>.</param>
    public Tensor SquaredErrorOfAll(Tensor root) =>
        (root - root.matmul(encoder.weight.t()).matmul(decoder.weight.t())).square().sum();

    /// <summary>Puts the biases at their best for data of this mean: b₁ = −W₁m and b₂ = m.</summary>
    /// <param name="mean">m: (D).</param>
    public void CentreOn(Tensor mean)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        encoder.bias!.copy_(-encoder.weight.matmul(mean));
        decoder.bias!.copy_(mean);
    }
}
