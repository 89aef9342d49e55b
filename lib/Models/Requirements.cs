using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a public door asks of its arguments; a refusal names the argument, what was wanted and what came.</summary>
public static class Requirements
{
    private const double Rounding = 1e-6;

    /// <summary>The tensor itself, if its shape is the one wanted; −1 stands for any size.</summary>
    public static Tensor Require(this Tensor tensor, ReadOnlySpan<long> shape, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        var came = tensor.shape;
        var fits = came.Length == shape.Length;
        for (var i = 0; fits && i < came.Length; i++) fits = shape[i] == -1 || shape[i] == came[i];
        return fits ? tensor : throw new ArgumentException($"{Plain(name)}: expected {Written(shape)}, got {Written(came)}.", Plain(name));
    }

    /// <summary>The tensor itself, if every number in it lies in [0, 1], or beyond by no more than a millionth, as rounding leaves it.</summary>
    /// <param name="tensor">Any numbers.</param>
    /// <param name="pixels">Whether they are pixels, of which the advice is to divide bytes by 255.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">Some number is smaller, larger or not a number.</exception>
    public static Tensor RequireProbabilities(this Tensor tensor, bool pixels = false, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        if (tensor.numel() == 0) return tensor;
        var (least, most) = tensor.aminmax();
        using (least)
        using (most)
        {
            var (low, high) = (least.ToDouble(), most.ToDouble());
            if (low >= -Rounding && high <= 1 + Rounding) return tensor;
            var came = double.IsNaN(low) || double.IsNaN(high) ? "some that are not numbers" : $"{low:G7} to {high:G7}";
            throw new ArgumentException($"{Plain(name)}: expected numbers in [0, 1], got {came}.{(pixels && high > 1 ? " Pixels are to be divided by 255 first." : "")}", Plain(name));
        }
    }

    /// <summary>The tensor itself, if every number in it is finite.</summary>
    /// <exception cref="ArgumentException">Some number is infinite or not a number, as after a training that diverged.</exception>
    public static Tensor RequireFinite(this Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        using var finite = tensor.isfinite();
        using var all = finite.all();
        if (all.ToBoolean()) return tensor;
        using var right = finite.sum();
        throw new ArgumentException($"{Plain(name)}: expected finite numbers, got {finite.numel() - right.ToInt64():N0} of {finite.numel():N0} that are infinite or none: look for gaps in the data, or for a training that diverged.", Plain(name));
    }

    /// <summary>The tensor itself, if its numbers are of this type, as those are that it is to be multiplied by.</summary>
    /// <exception cref="ArgumentException">They are of another.</exception>
    public static Tensor RequireType(this Tensor tensor, ScalarType type, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        tensor.dtype == type ? tensor
            : throw new ArgumentException($"{Plain(name)}: expected numbers of type {type}, got {tensor.dtype}: .to({type.ToString().ToLowerInvariant()}) makes them so.", Plain(name));

    /// <summary>The tensor itself, if it is a matrix of real numbers with at least so many rows and columns: (N, K).</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static Tensor RequireMatrix(this Tensor tensor, long rows, long columns = 1, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        tensor.is_complex() ? throw new ArgumentException($"{Plain(name)}: expected real numbers, got {tensor.dtype}.", Plain(name))
            : tensor.dim() == 2 && tensor.shape[0] >= rows && tensor.shape[1] >= columns ? tensor
            : throw new ArgumentException($"{Plain(name)}: expected (N, K) with N ≥ {rows} and K ≥ {columns}, got {Written(tensor.shape)}.", Plain(name));

    /// <summary>The labels themselves, if they are class numbers from 0, int64, one for each of so many rows: (N).</summary>
    /// <param name="labels">y.</param>
    /// <param name="rows">N.</param>
    /// <param name="classes">C, one more than the largest there may be; any if not said.</param>
    /// <param name="name">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static Tensor RequireLabels(this Tensor labels, long rows, long classes = long.MaxValue, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        if (labels.dim() != 1 || labels.shape[0] != rows || labels.dtype != ScalarType.Int64)
            throw new ArgumentException($"{Plain(name)}: expected {rows} numbers of type Int64, one a row, got {Written(labels.shape)} of type {labels.dtype}.", Plain(name));
        if (rows == 0) throw new ArgumentException($"{Plain(name)}: expected one or more, got none.", Plain(name));
        var (least, most) = labels.aminmax();
        using (least)
        using (most)
        {
            var (low, high) = (least.ToInt64(), most.ToInt64());
            if (low >= 0 && high < classes) return labels;
            throw new ArgumentException($"{Plain(name)}: expected classes from 0{(classes == long.MaxValue ? "" : $" to {classes - 1}")}, got {(low < 0 ? low : high)}.", Plain(name));
        }
    }

    /// <summary>The size itself, if it is 1 or more.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static int RequireSize(this int size, [CallerArgumentExpression(nameof(size))] string name = "") =>
        size >= 1 ? size : throw new ArgumentException($"{Plain(name)}: expected 1 or more, got {size}.", Plain(name));

    /// <summary>The number itself, if it is finite and 0 or more.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequireNonNegative(this double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number >= 0 && double.IsFinite(number) ? number : throw new ArgumentException($"{Plain(name)}: expected 0 or more, got {number}.", Plain(name));

    /// <summary>The share itself, if it is 0 or more and below 1.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequireShare(this double share, [CallerArgumentExpression(nameof(share))] string name = "") =>
        share is >= 0 and < 1 ? share : throw new ArgumentException($"{Plain(name)}: expected a share in [0, 1), got {share}.", Plain(name));

    /// <summary>The number itself, if it is finite and above 0.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequirePositive(this double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number > 0 && double.IsFinite(number) ? number : throw new ArgumentException($"{Plain(name)}: expected a positive number, got {number}.", Plain(name));

    // "codes" of "codes.RequireMatrix(1)": what was asked for before is no part of the name.
    private static string Plain(string expression) => expression.IndexOf(".Require", StringComparison.Ordinal) is > 0 and var end ? expression[..end] : expression;

    // (N, 784): any sizes by letters, as the documentation has them.
    private static string Written(ReadOnlySpan<long> shape)
    {
        var free = 0;
        return $"({string.Join(", ", shape.ToArray().Select(size => size == -1 ? "NMLK"[Math.Min(free++, 3)].ToString() : size.ToString(CultureInfo.InvariantCulture)))})";
    }
}
