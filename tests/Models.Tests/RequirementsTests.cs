using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RequirementsTests
{
    [Theory]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 784 }, true)]
    [InlineData(new long[] { -1, 784 }, new long[] { 0, 784 }, true)]
    [InlineData(new long[] { -1, 784 }, new long[] { 784 }, false)]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 783 }, false)]
    [InlineData(new long[] { -1, 784 }, new long[] { 5, 28, 28 }, false)]
    public void A_shape_fits_when_every_size_does_and_minus_one_fits_any(long[] wanted, long[] came, bool fits)
    {
        using var pixels = zeros(came);
        if (fits) Assert.Same(pixels, pixels.Require(wanted));
        else Assert.Throws<ArgumentException>(() => pixels.Require(wanted));
    }

    [Fact]
    public void A_refusal_names_the_argument_what_was_wanted_and_what_came()
    {
        using var pixels = zeros(784);
        var refusal = Assert.Throws<ArgumentException>(() => pixels.Require([-1, 784]));
        Assert.Equal("pixels", refusal.ParamName);
        Assert.StartsWith("pixels: expected (N, 784), got (784).", refusal.Message);
    }

    public static TheoryData<string, Action> Refused => new()
    {
        { "codes: expected (N, K) with N ≥ 2 and K ≥ 1, got (1, 3).", () => { using var codes = zeros(1, 3); codes.RequireMatrix(2); } },
        { "codes: expected (N, K) with N ≥ 1 and K ≥ 1, got (3).", () => { using var codes = zeros(3); codes.RequireMatrix(1); } },
        { "labels: expected 2 numbers of type Int64, one a row, got (3) of type Int64.", () => { using var labels = zeros(3, int64); labels.RequireLabels(2); } },
        { "labels: expected 2 numbers of type Int64, one a row, got (2) of type Float32.", () => { using var labels = zeros(2); labels.RequireLabels(2); } },
        { "labels: expected classes from 0, got -100.", () => { using var labels = tensor([0L, -100]); labels.RequireLabels(2); } },
        { "labels: expected classes from 0 to 1, got 2.", () => { using var labels = tensor([0L, 2]); labels.RequireLabels(2, classes: 2); } },
        { "labels: expected classes from 0 to 1, got -1.", () => { using var labels = tensor([5L, -1]); labels.RequireLabels(2, classes: 2); } },
        { "shares: expected numbers in [0, 1], got 0 to 1.00001.", () => { using var shares = tensor([0, 1.00001]); shares.RequireProbabilities(); } },
        { "shares: expected numbers in [0, 1], got some that are not numbers.", () => { using var shares = tensor([0, double.NaN]); shares.RequireProbabilities(); } },
        { "codes: expected finite numbers, got 2 of 3 that are infinite or none:", () => { using var codes = tensor([0, double.NaN, double.NegativeInfinity]); codes.RequireFinite(); } },
        { "codes: expected finite numbers, got 1 of 2", () => { using var codes = tensor([0, double.NaN]).reshape(2, 1); codes.RequireMatrix(1).RequireFinite(); } },   // by its own name, not by the chain
        { "x: expected two examples or more, as one does not vary, got (1, 9).", () => Pca.Fit(rand(1, 9), 1) },
        { "x: expected floating-point numbers, got Byte:", () => Pca.Fit(zeros([4, 9], dtype: uint8), 1) },
        { "x: expected finite numbers, got 36 of 36", () => Pca.Fit(full([4, 9], double.NaN), 1) },
        { "labels: expected classes from 0 to 1, got -100.", () => new Classifier([4, 3, 2], Activation.Relu, new Generator(1)).Loss(zeros(2, 4), tensor([0L, -100])) },
        { "x: expected numbers of type Float32, got Float64: .to(float32) makes them so.", () => new Autoencoder([4, 2], new GaussianLikelihood(), new Generator(1)).Encode(zeros(2, 4, float64)) },
        { "x: expected numbers of type Float32, got Int64:", () => new SparseAutoencoder(4, 2, new L1Penalty(0.1), new Generator(1)).Encode(zeros(2, 4, int64)) },
        { "x: expected numbers of type Float32, got Byte:", () => new TiedAutoencoder(4, 2, new Generator(1)).Encode(zeros([2, 4], dtype: uint8)) },
        { "code: expected numbers of type Float32, got Float64:", () => new LinearAutoencoder(4, 2, new Generator(1)).Decode(zeros(2, 2, float64)) },
        { "x: expected numbers of type Float32, got Float64:", () => new RestrictedBoltzmannMachine(4, 2, new Generator(1)).Encode(zeros(2, 4, float64)) },
        { "codes: expected real numbers, got ComplexFloat32.", () => { using var codes = zeros([2, 2], dtype: complex64); codes.RequireMatrix(1); } },
        { "size: expected 1 or more, got 0.", () => { var size = 0; size.RequireSize(); } },
        { "weight: expected 0 or more, got NaN.", () => { var weight = double.NaN; weight.RequireNonNegative(); } },
        { "variance: expected a positive number, got 0.", () => { var variance = 0.0; variance.RequirePositive(); } },
        { "variance: expected a positive number, got Infinity.", () => { var variance = double.PositiveInfinity; variance.RequirePositive(); } },
        { "dataSize: expected 1 or more, got 0.", () => new TiedAutoencoder(0, 2, new Generator(1)) },
        { "codeSize: expected 1 or more, got 0.", () => new TiedAutoencoder(784, 0, new Generator(1)) },
        { "codeSize: expected 1 or more, got -3.", () => new LinearAutoencoder(784, -3, new Generator(1)) },
        { "codeSize: expected 1 or more, got 0.", () => new RestrictedBoltzmannMachine(784, 0, new Generator(1)) },
        { "x: expected one row or more, got (0, 3).", () => { using var x = zeros(0, 3); Rowwise.Map(x, row => row); } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Each_guard_says_what_it_wanted(string sentence, Action call) => Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(call).Message);

    [Fact]
    public void What_rounding_leaves_beyond_an_end_is_let_in()
    {
        using var pixels = tensor(new[] { -1e-7f, 1 + 1e-7f });
        Assert.Same(pixels, pixels.RequireProbabilities());
    }

    [Fact]
    public void A_parameter_has_a_name_that_one_could_write()
    {
        // What is saved goes by the names of fields; those that the compiler makes for properties are "<Filters>k__BackingField".
        var strangers =
            from type in typeof(Autoencoder).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(nn.Module))
            from field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly)
            where field.Name.StartsWith('<') && (field.FieldType.IsSubclassOf(typeof(nn.Module)) || field.FieldType.IsAssignableTo(typeof(Tensor)))
            select $"{type.Name}.{field.Name}";
        Assert.Empty(strangers);
        using var block = new FeatureBlock(1, 6, new(3, 2, 2, 0), new Generator(1));
        Assert.Equal(["filters.weight"], block.state_dict().Keys);
    }

    [Fact]
    public void A_function_of_rows_gives_the_same_in_blocks_of_any_size()
    {
        using var scope = NewDisposeScope();
        var x = arange(5001).reshape(-1, 3);
        Assert.True(Rowwise.Map(x, rows => (rows * 2).sum(1), block: 100).Equals((x * 2).sum(1)));
        Assert.True(Rowwise.Map(x, rows => rows, block: 7).Equals(x));
    }
}
