using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A tensor's numbers as plain arrays, for figures and for checks.</summary>
public static class TensorNumbers
{
    /// <summary>All of them, row after row.</summary>
    public static double[] Numbers(this Tensor tensor)
    {
        using var plain = tensor.detach().to(float64).cpu().contiguous();
        return plain.data<double>().ToArray();
    }

    /// <summary>The rows and columns of a matrix: (N, M).</summary>
    /// <exception cref="ArgumentException">The tensor is not a matrix.</exception>
    public static double[,] Matrix(this Tensor tensor)
    {
        if (tensor.dim() != 2) throw new ArgumentException($"{nameof(tensor)}: expected (N, M), got ({string.Join(", ", tensor.shape)}).", nameof(tensor));
        var matrix = new double[tensor.shape[0], tensor.shape[1]];
        Buffer.BlockCopy(tensor.Numbers(), 0, matrix, 0, matrix.Length * sizeof(double));
        return matrix;
    }
}
