namespace Workbook.Models;

/// <summary>Ways to estimate the gradient of log 1/k Σᵢ wᵢ from k draws; they agree in what the decoder gets, and differ in what the encoder gets.</summary>
/// <remarks>
/// With w̃ᵢ = wᵢ/Σⱼwⱼ and zᵢ = μ + σ ⊙ εᵢ the encoder's parameters φ appear twice in log wᵢ: through zᵢ, and in log q(zᵢ | x) itself. Rainforth et al.,
/// "Tighter variational bounds are not necessarily better" (2018), arXiv:1802.04537: with k the first estimator's signal falls faster than its noise. Notebook 14.
/// </remarks>
public enum GradientEstimator
{
    /// <summary>Σᵢ w̃ᵢ ∇φ log wᵢ, both appearances: the gradient of the bound as it is written. Burda, Grosse and Salakhutdinov (2016), arXiv:1509.00519, eq. 14.</summary>
    Total,

    /// <summary>Σᵢ w̃ᵢ ∂log wᵢ/∂zᵢ · ∂zᵢ/∂φ, through the draw alone: unbiased for k = 1, biased for more. Roeder, Wu and Duvenaud, "Sticking the landing" (2017), arXiv:1703.09194.</summary>
    StickingTheLanding,

    /// <summary>Σᵢ w̃ᵢ² ∂log wᵢ/∂zᵢ · ∂zᵢ/∂φ: unbiased for every k. Tucker, Lawson, Gu and Maddison, "Doubly reparameterized gradient estimators" (2019), arXiv:1810.04152, eq. 8.</summary>
    DoublyReparameterised,
}
