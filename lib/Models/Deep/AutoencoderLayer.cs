using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Workbook.Models;

/// <summary>One layer of a stack, trained to give back what it was given: u = a(Wx + b), x̂ = a′(W′u + b′).</summary>
/// <remarks>
/// Bengio, Lamblin, Popovici and Larochelle, "Greedy layer-wise training of deep networks" (2007), has this in place of the Boltzmann machine of
/// 2006; with corrupted input it is the layer of Vincent et al. (2008). Notebook 07.
/// </remarks>
public sealed class AutoencoderLayer : Module<Tensor, Tensor>, IStackLayer
{
    private static readonly BernoulliLikelihood OnOrOff = new();
    private readonly Parameter weight;                                              // W   (K, D)
    private readonly Parameter bias;                                                // b   (K)
    private readonly Parameter dataBias;                                            // b′  (D)
    private readonly Parameter? dataWeight;                                         // W′  (D, K); Wᵀ when tied
    private readonly Activation code, data;

    /// <summary>A layer D-K-D.</summary>
    /// <param name="dataSize">D.</param>
    /// <param name="codeSize">K.</param>
    /// <param name="code">a. Of a sigmoid the next layer can take its numbers for probabilities.</param>
    /// <param name="data">a′: the sigmoid for numbers in [0, 1], else what made them (the identity for raw data).</param>
    /// <param name="random">Where the first weights come from.</param>
    /// <param name="tied">Whether W′ = Wᵀ.</param>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public AutoencoderLayer(int dataSize, int codeSize, Activation code, Activation data, Generator random, bool tied = false)
        : base($"{nameof(AutoencoderLayer)} {dataSize}-{codeSize}")
    {
        dataSize.RequireSize();
        codeSize.RequireSize();
        (this.code, this.data) = (code, data);
        weight = Parameter(GlorotUniform.Weights(codeSize, dataSize, random, code.Gain));
        bias = Parameter(zeros(codeSize));
        dataWeight = tied ? null : Parameter(GlorotUniform.Weights(dataSize, codeSize, random));
        dataBias = Parameter(zeros(dataSize));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public LayerWeights Up => new(weight, bias, code);

    /// <inheritdoc/>
    public LayerWeights Down => new(dataWeight ?? weight.t(), dataBias, data);

    /// <inheritdoc/>
    public Tensor Encode(Tensor x) => Up.Apply(x);

    /// <inheritdoc/>
    public Tensor Decode(Tensor code) => Down.Apply(code);

    /// <summary>x̂: (B, D) → (B, D).</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>How badly x is given back: cross-entropy under a sigmoid a′, else ⟨‖x − x̂‖²⟩; per example, one term.</summary>
    /// <param name="x">What is to be given back: (B, D).</param>
    /// <param name="seen">What the layer sees instead, a corrupted x for a denoising layer; x itself if not said.</param>
    /// <exception cref="ArgumentException">A shape is another, or a sigmoid is to give back what is no probability.</exception>
    public LossTerms Loss(Tensor x, Tensor? seen = null)
    {
        var u = Encode(seen ?? x);
        return new(("reconstruction", data == Activation.Sigmoid ? OnOrOff.Loss(Down.Affine(u), x) : (x - Decode(u).Require(x.shape)).square().sum(dim: -1).mean()));
    }
}
