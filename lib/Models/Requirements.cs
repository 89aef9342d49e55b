using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a public door asks of its arguments; a refusal names the argument, what was wanted and what came.</summary>
public static class Requirements
{
    /// <summary>The tensor itself, if its shape is the one wanted; −1 stands for any size.</summary>
    public static Tensor Require(this Tensor tensor, ReadOnlySpan<long> shape, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        var came = tensor.shape;
        var fits = came.Length == shape.Length;
        for (var i = 0; fits && i < came.Length; i++) fits = shape[i] == -1 || shape[i] == came[i];
        return fits ? tensor : throw new ArgumentException($"{name}: expected {Written(shape)}, got {Written(came)}.", name);
    }

    /// <summary>The tensor itself, if every number in it lies in [0, 1].</summary>
    /// <exception cref="ArgumentException">Some number is smaller, larger or not a number.</exception>
    public static Tensor RequireProbabilities(this Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        if (tensor.numel() == 0) return tensor;
        var (least, most) = tensor.aminmax();
        using (least)
        using (most)
        {
            var (low, high) = (least.ToDouble(), most.ToDouble());
            return low >= 0 && high <= 1 ? tensor : throw new ArgumentException(
                $"{name}: expected numbers in [0, 1], got {low:G4} to {high:G4}.{(high > 1 ? " Pixels are to be divided by 255 first." : "")}", name);
        }
    }

    /// <summary>The tensor itself, if every number in it is finite.</summary>
    /// <exception cref="ArgumentException">Some number is infinite or not a number, as after a training that diverged.</exception>
    public static Tensor RequireFinite(this Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        using var finite = tensor.isfinite();
        using var all = finite.all();
        return all.ToBoolean() ? tensor : throw new ArgumentException($"{name}: expected finite numbers, got some that are infinite or none: did the training diverge?", name);
    }

    /// <summary>The tensor itself, if it is a matrix with at least so many rows and columns: (N, K).</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static Tensor RequireMatrix(this Tensor tensor, long rows, long columns = 1, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        tensor.dim() == 2 && tensor.shape[0] >= rows && tensor.shape[1] >= columns ? tensor
            : throw new ArgumentException($"{name}: expected (N, K) with N ≥ {rows} and K ≥ {columns}, got {Written(tensor.shape)}.", name);

    /// <summary>The labels themselves, if they are class numbers from 0, int64, one for each of so many rows: (N).</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static Tensor RequireLabels(this Tensor labels, long rows, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        if (labels.dim() != 1 || labels.shape[0] != rows || labels.dtype != ScalarType.Int64)
            throw new ArgumentException($"{name}: expected {rows} numbers of type Int64, one a row, got {Written(labels.shape)} of type {labels.dtype}.", name);
        if (rows == 0) throw new ArgumentException($"{name}: expected one or more, got none.", name);
        using var least = labels.min();
        return least.ToInt64() >= 0 ? labels : throw new ArgumentException($"{name}: expected classes from 0, got {least.ToInt64()}.", name);
    }

    /// <summary>The size itself, if it is 1 or more.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static int RequireSize(this int size, [CallerArgumentExpression(nameof(size))] string name = "") =>
        size >= 1 ? size : throw new ArgumentException($"{name}: expected 1 or more, got {size}.", name);

    /// <summary>The number itself, if it is finite and 0 or more.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequireNonNegative(this double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number >= 0 && double.IsFinite(number) ? number : throw new ArgumentException($"{name}: expected 0 or more, got {number}.", name);

    /// <summary>The share itself, if it is 0 or more and below 1.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequireShare(this double share, [CallerArgumentExpression(nameof(share))] string name = "") =>
        share is >= 0 and < 1 ? share : throw new ArgumentException($"{name}: expected a share in [0, 1), got {share}.", name);

    /// <summary>The number itself, if it is finite and above 0.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static double RequirePositive(this double number, [CallerArgumentExpression(nameof(number))] string name = "") =>
        number > 0 && double.IsFinite(number) ? number : throw new ArgumentException($"{name}: expected a positive number, got {number}.", name);

    private static string Written(ReadOnlySpan<long> shape) => $"({string.Join(", ", shape.ToArray())})";
}
