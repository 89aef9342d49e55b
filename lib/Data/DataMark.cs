using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Two numbers that tell data from others: the sum of all theirs, and the mean of each row's sum times its place, which another order changes.</summary>
/// <param name="Sum">Σᵢ sᵢ, with sᵢ the sum of row i.</param>
/// <param name="Moment">Σᵢ i sᵢ / N, i from 1; null where it is not known.</param>
internal readonly record struct DataMark(double Sum, double? Moment)
{
    /// <summary>Of tensors with one example a row: (N, …) each.</summary>
    public static DataMark Of(params ReadOnlySpan<Tensor> parts)
    {
        using var scope = NewDisposeScope();
        var (sum, moment) = (0.0, 0.0);
        foreach (var part in parts)
        {
            if (part.numel() == 0) continue;
            var rows = part.reshape(part.shape[0], -1).sum([1], type: float64);                 // (N)
            sum += rows.sum().ToDouble();
            moment += rows.mul_(arange(1, part.shape[0] + 1, device: part.device)).mean().ToDouble();
        }
        return new(sum, moment);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"sum {Sum:G6}{(Moment is { } moment ? $" and moment {moment:G9}" : "")}");
}
