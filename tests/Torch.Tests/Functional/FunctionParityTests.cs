using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Workbook.Torch.Tests;

public class FunctionParityTests
{
    // Doubles computed by the same library; other versions and BLAS builds add in another order.
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, Recording> Recorded =
        RecordedFile.Cases("torch-functions.json").ToDictionary(found => found.Name, found => new Recording(found.Value));

    private static readonly Dictionary<string, Func<Tensor[], Tensor?[]>> Ours = new()
    {
        ["mse_loss none"] = x => [mse_loss(x[0], x[1], Reduction.None)],
        ["mse_loss mean"] = x => [mse_loss(x[0], x[1])],
        ["mse_loss sum"] = x => [MSELoss(Reduction.Sum).call(x[0], x[1])],
        ["l1_loss"] = x => [l1_loss(x[0], x[1])],
        ["smooth_l1_loss"] = x => [SmoothL1Loss(beta: 0.6).call(x[0], x[1])],
        ["huber_loss"] = x => [HuberLoss(0.6).call(x[0], x[1])],
        ["binary_cross_entropy"] = x => [binary_cross_entropy(x[0], x[1])],
        ["binary_cross_entropy weighted"] = x => [BCELoss(x[2]).call(x[0], x[1])],
        ["binary_cross_entropy_with_logits none"] = x => [binary_cross_entropy_with_logits(x[0], x[1], reduction: Reduction.None)],
        ["binary_cross_entropy_with_logits mean"] = x => [binary_cross_entropy_with_logits(x[0], x[1])],
        ["binary_cross_entropy_with_logits sum"] = x => [binary_cross_entropy_with_logits(x[0], x[1], reduction: Reduction.Sum)],
        ["binary_cross_entropy_with_logits weighted"] = x => [BCEWithLogitsLoss(x[2], pos_weights: x[3]).call(x[0], x[1])],
        ["cross_entropy"] = x => [cross_entropy(x[0], x[1])],
        ["cross_entropy smoothed"] = x => [cross_entropy(x[0], x[1], x[2], ignore_index: 0, label_smoothing: 0.1)],
        ["cross_entropy of probabilities"] = x => [CrossEntropyLoss(reduction: Reduction.Sum).call(x[0], x[1])],
        ["nll_loss"] = x => [NLLLoss(x[2]).call(x[0], x[1])],
        ["nll_loss of sequences"] = x => [nll_loss(x[0], x[1])],
        ["kl_div"] = x => [kl_div(x[0], x[1], reduction: Reduction.Sum)],
        ["kl_div of probabilities"] = x => [KLDivLoss(log_target: false).call(x[0], x[1])],
        ["gaussian_nll_loss none"] = x => [gaussian_nll_loss(x[0], x[1], x[2], reduction: Reduction.None)],
        ["gaussian_nll_loss mean"] = x => [gaussian_nll_loss(x[0], x[1], x[2])],
        ["gaussian_nll_loss sum"] = x => [gaussian_nll_loss(x[0], x[1], x[2], reduction: Reduction.Sum)],
        ["gaussian_nll_loss full"] = x => [GaussianNLLLoss(full: true, eps: 1e-6f).call(x[0], x[1], x[2])],
        ["gaussian_nll_loss of tiny variance"] = x => [gaussian_nll_loss(x[0], x[1], x[2], eps: 0.5f)],
        ["poisson_nll_loss"] = x => [PoissonNLLLoss(full: true).call(x[0], x[1])],
        ["cosine_embedding_loss"] = x => [CosineEmbeddingLoss(0.2).call(x[0], x[1], x[2])],
        ["hinge_embedding_loss"] = x => [HingeEmbeddingLoss(0.5).call(x[0], x[1])],
        ["margin_ranking_loss"] = x => [MarginRankingLoss(0.5).call(x[0], x[1], x[2])],
        ["multi_label_margin_loss"] = x => [MultiLabelMarginLoss().call(x[0], x[1])],
        ["multilabel_soft_margin_loss"] = x => [MultiLabelSoftMarginLoss().call(x[0], x[1])],
        ["multi_margin_loss"] = x => [MultiMarginLoss(2, 0.5).call(x[0], x[1])],
        ["soft_margin_loss"] = x => [SoftMarginLoss().call(x[0], x[1])],
        ["triplet_margin_loss"] = x => [TripletMarginLoss(swap: true).call(x[0], x[1], x[2])],
        ["triplet_margin_with_distance_loss"] = x => [TripletMarginWithDistanceLoss(margin: 0.5).call(x[0], x[1], x[2])],
        ["ctc_loss"] = x => [CTCLoss().call(log_softmax(x[0], 2), x[1], tensor(new long[] { 5, 4 }), tensor(new long[] { 2, 1 }))],

        ["normalize"] = x => [normalize(x[0])],
        ["one_hot"] = x => [one_hot(x[0])],
        ["scaled_dot_product_attention"] = x => [scaled_dot_product_attention(x[0], x[1], x[2])],
        ["scaled_dot_product_attention causal"] = x => [scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true)],
        ["pad constant"] = x => [pad(x[0], (1, 2, 0, 1), value: 0.5)],
        ["pad reflect"] = x => [pad(x[0], [1, 2, 2, 1], PaddingModes.Reflect)],
        ["pad replicate"] = x => [pad(x[0], [1, 2, 2, 1], PaddingModes.Replicate)],
        ["pad circular"] = x => [pad(x[0], [1, 2, 2, 1], PaddingModes.Circular)],
        ["interpolate nearest"] = x => [interpolate(x[0], [5, 7])],
        ["interpolate nearest-exact"] = x => [interpolate(x[0], [5, 7], mode: InterpolationMode.NearestExact)],
        ["interpolate bilinear"] = x => [interpolate(x[0], [5, 7], mode: InterpolationMode.Bilinear)],
        ["interpolate bicubic"] = x => [interpolate(x[0], [5, 7], mode: InterpolationMode.Bicubic, align_corners: true)],
        ["interpolate area"] = x => [interpolate(x[0], [5, 7], mode: InterpolationMode.Area)],
        ["interpolate by a factor"] = x => [interpolate(x[0], scale_factor: [1.7], mode: InterpolationMode.Bilinear)],
        ["interpolate linear"] = x => [interpolate(x[0], [5], mode: InterpolationMode.Linear)],
        ["interpolate antialiased"] = x => [interpolate(x[0], [2, 2], mode: InterpolationMode.Bilinear, antialias: true)],
        ["grid_sample"] = x => [grid_sample(x[0], affine_grid(x[1], [1, 2, 3, 4]))],
        ["fold"] = x => [fold(x[0], (4, 5), (2, 2))],
        ["max_unpool2d"] = x => [max_unpool2d(x[0], x[1], [2, 2], output_size: [4, 5])],
        ["max_pool2d_with_indices"] = x => Both(max_pool2d_with_indices(x[0], [2, 2])),
        ["pad_sequence"] = x => [nn.utils.rnn.pad_sequence([x[0], x[1]], batch_first: true, padding_value: -1)],
    };

    private static Tensor?[] Both((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    public static TheoryData<string> Cases => [.. Recorded.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_gives_the_values_and_gradients_that_PyTorch_gave(string name)
    {
        using var scope = NewDisposeScope();
        Recorded[name].Check(Ours[name], Tolerance);
    }

    [Fact]
    public void Every_twin_has_a_recorded_case() => Assert.Empty(Ours.Keys.Except(Recorded.Keys));

    [Fact]
    public void Attention_with_a_mask_sees_only_what_the_mask_allows()
    {
        using var scope = NewDisposeScope();
        var value = tensor(new[,] { { 1.0 }, { 10.0 }, { 100.0 } });
        var onlyTheSecond = tensor(new[,] { { false, true, false } });
        Assert.Equal(10, scaled_dot_product_attention(zeros(1, 1, dtype: float64), zeros(3, 1, dtype: float64), value, onlyTheSecond).ToDouble());
    }

    [Fact]
    public void A_loss_of_two_shapes_says_which_it_wanted()
    {
        using var scope = NewDisposeScope();
        var refusal = Assert.Throws<ArgumentException>(() => binary_cross_entropy_with_logits(zeros(2, 3), zeros(2)));
        Assert.StartsWith("target: expected the input's shape (2, 3), got (2).", refusal.Message);
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_drops_the_share_it_says()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var y = dropout(ones(100_000), 0.3);
        Assert.Equal(0.3, y.eq(0).to(float64).mean().ToDouble(), tolerance: 0.01);
        Assert.Equal(1 / 0.7f, y.max().ToSingle());
        Assert.Equal(1.0, y.mean().ToDouble(), tolerance: 0.01);
    }
}
