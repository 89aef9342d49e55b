using static TorchSharp.torch;

namespace Workbook.Course.Tests;

[Collection(OneScreen.Name)]
public sealed class CheckTensorTests
{
    private const string Hint = "Which dimension is summed?";

    [Fact]
    public void A_tensor_passes_when_every_element_is_close() =>
        Assert.Equal("passed", Shown.By(() => Check.Close("x", () => tensor(new[] { 1.0, 2.0 }), tensor(new[] { 1.0, 2.0 + 1e-7 }), 1e-6, Hint)).Verdict);

    [Fact]
    public void A_tensor_is_told_how_many_elements_are_off_and_where_the_worst_is()
    {
        var wrong = tensor(new[] { 1.0, 2, 3, 40, 5, 6 }).reshape(2, 3);
        var right = tensor(new[] { 1.0, 2, 3, 4, 5, 7 }).reshape(2, 3);
        Assert.Equal("2 of 6 elements are off, [1, 0] the most: 40 is too large by a factor of about 10.", Shown.By(() => Check.Close("x", () => wrong, right, 1e-3, Hint)).Finding);
    }

    [Theory]
    [InlineData(new long[] { 2, 1 }, "The shape (2, 1) has too many dimensions.")]
    [InlineData(new long[] { }, "The shape () has too few dimensions.")]
    [InlineData(new long[] { 3 }, "In the shape (3), dimension 0 has the wrong size.")]
    public void A_tensor_of_another_shape_is_told_what_is_wrong_with_its_shape(long[] shape, string finding) =>
        Assert.Equal(finding, Shown.By(() => Check.Close("x", () => zeros(shape), zeros(2), 1, Hint)).Finding);

    [Fact]
    public void Single_and_double_precision_are_compared_as_numbers() =>
        Assert.Equal("passed", Shown.By(() => Check.Close("x", () => tensor(new[] { 0.1f }), tensor(new[] { 0.1 }), 1e-7, Hint)).Verdict);

    [Fact]
    public void Not_a_number_is_close_to_nothing() =>
        Assert.Equal("1 of 2 elements is off, [0]: it is not a number.", Shown.By(() => Check.Close("x", () => tensor(new[] { double.NaN, 0 }), tensor(new[] { 0.0, 0 }), 1, Hint)).Finding);

    [Fact]
    public void No_tensor_at_all_is_a_wrong_answer() =>
        Assert.Equal("Your answer is null: there is no tensor.", Shown.By(() => Check.Close("x", () => default(Tensor)!, zeros(2), 1, Hint)).Finding);

    [Theory]
    [InlineData(new long[] { 2, 3 }, "")]
    [InlineData(new long[] { -1, 3 }, "")]
    [InlineData(new long[] { -1, 2 }, "In the shape (2, 3), dimension 1 has the wrong size.")]
    [InlineData(new long[] { 3, 2 }, "In the shape (2, 3), dimension 0 and dimension 1 have the wrong size.")]
    [InlineData(new long[] { 6 }, "The shape (2, 3) has too many dimensions.")]
    public void A_shape_may_leave_a_size_open(long[] expected, string finding) =>
        Assert.Equal(finding, Shown.By(() => Check.Shape("x", () => zeros(2, 3), expected, Hint)).Finding);
}
