namespace Workbook.Models;

/// <summary>A layer that can be stacked and unrolled: an autoencoder that is one affine map and one activation each way.</summary>
public interface IStackLayer : IAutoencoder
{
    /// <summary>x → code: W is (K, D).</summary>
    LayerWeights Up { get; }

    /// <summary>Code → x̂: W is (D, K).</summary>
    LayerWeights Down { get; }
}
