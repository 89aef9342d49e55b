using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models;

/// <summary>What a public door asks of a tensor; a refusal names the argument, what was wanted and what came.</summary>
public static class Requirements
{
    /// <summary>The tensor itself, if its shape is the one wanted; −1 stands for any size.</summary>
    /// <exception cref="ArgumentException">The shape is another.</exception>
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

    private static string Written(ReadOnlySpan<long> shape) => $"({string.Join(", ", shape.ToArray())})";
}
