using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

[Collection(OneScreen.Name)]
public sealed class CheckTensorTests
{
    private const string Hint = "Which dimension is summed?";

    private static (string Verdict, string Text) Of(Action check)
    {
        using var screen = new RecordedScreen();
        check();
        var bundle = Assert.Single(screen.Shows).Bundle;
        return ((string)((JsonObject)bundle.Formats["application/vnd.workbook.check+json"])["verdict"]!, bundle.Text);
    }

    [Fact]
    public void A_tensor_passes_when_every_element_is_close() =>
        Assert.Equal("passed", Of(() => Check.Close("x", () => tensor(new[] { 1.0, 2.0 }), tensor(new[] { 1.0, 2.0 + 1e-7 }), 1e-6, Hint)).Verdict);

    [Fact]
    public void A_tensor_fails_at_its_worst_element_and_says_where()
    {
        var wrong = tensor(new[] { 1.0, 2, 3, 40, 5, 6 }).reshape(2, 3);
        var right = tensor(new[] { 1.0, 2, 3, 4, 5, 7 }).reshape(2, 3);
        Assert.Contains("Expected 4 ± 0.001 at [1, 0], got 40.", Of(() => Check.Close("x", () => wrong, right, 1e-3, Hint)).Text);
    }

    [Fact]
    public void A_tensor_of_another_shape_fails_by_its_shape() =>
        Assert.Contains("Expected the shape (2), got (2, 1).", Of(() => Check.Close("x", () => zeros(2, 1), zeros(2), 1, Hint)).Text);

    [Fact]
    public void Single_and_double_precision_are_compared_as_numbers() =>
        Assert.Equal("passed", Of(() => Check.Close("x", () => tensor(new[] { 0.1f }), tensor(new[] { 0.1 }), 1e-7, Hint)).Verdict);

    [Fact]
    public void Not_a_number_is_close_to_nothing() =>
        Assert.Equal("failed", Of(() => Check.Close("x", () => tensor(new[] { double.NaN, 0 }), tensor(new[] { 0.0, 0 }), 1, Hint)).Verdict);

    [Theory]
    [InlineData(new long[] { 2, 3 }, "passed")]
    [InlineData(new long[] { -1, 3 }, "passed")]
    [InlineData(new long[] { 3, 2 }, "failed")]
    [InlineData(new long[] { 6 }, "failed")]
    public void A_shape_may_leave_a_size_open(long[] expected, string verdict) =>
        Assert.Equal(verdict, Of(() => Check.Shape("x", () => zeros(2, 3), expected, Hint)).Verdict);
}
