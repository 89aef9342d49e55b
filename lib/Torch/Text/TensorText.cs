using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes a tensor's numbers as nested brackets with aligned columns, long dimensions cut short in the middle.</summary>
internal sealed class TensorText(string open, string close, string separator, string format, CultureInfo culture, string newLine)
{
    private const long MostElements = 1000;
    private const int EdgeItems = 3;

    private string[] cells = [];
    private int width, next;

    internal string Write(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        var plain = tensor.detach().cpu();
        if (plain.dtype is torch.ScalarType.Float16 or torch.ScalarType.BFloat16) plain = plain.@float();
        var whole = tensor.NumberOfElements <= MostElements;
        var shape = plain.shape;
        if (!whole)
            for (var d = 0; d < shape.Length; d++)
                if (shape[d] > 2 * EdgeItems)
                    plain = torch.cat([plain.narrow(d, 0, EdgeItems), plain.narrow(d, shape[d] - EdgeItems, EdgeItems)], d);
        cells = Cells(plain);
        width = cells.Length == 0 ? 0 : cells.Max(cell => cell.Length);
        next = 0;
        var text = new StringBuilder();
        Append(text, shape, 0, whole);
        return text.ToString();
    }

    private void Append(StringBuilder text, long[] shape, int depth, bool whole)
    {
        if (depth == shape.Length)
        {
            text.Append(shape.Length == 0 ? cells[next++] : cells[next++].PadLeft(width));
            return;
        }
        text.Append(open);
        var innermost = depth == shape.Length - 1;
        var between = innermost
            ? separator + " "
            : separator + string.Concat(Enumerable.Repeat(newLine, Math.Min(shape.Length - 1 - depth, 2))) + new string(' ', depth + 1);
        for (var i = 0L; i < shape[depth]; i++)
        {
            if (i > 0) text.Append(between);
            if (!whole && shape[depth] > 2 * EdgeItems && i == EdgeItems)
            {
                text.Append("...").Append(between);
                i = shape[depth] - EdgeItems;
            }
            Append(text, shape, depth + 1, whole);
        }
        text.Append(close);
    }

    private string[] Cells(torch.Tensor plain) => plain.dtype switch
    {
        torch.ScalarType.Float32 => Each<float>(plain, Number),
        torch.ScalarType.Float64 => Each<double>(plain, Number),
        torch.ScalarType.Bool => Each<bool>(plain, value => value ? "true" : "false"),
        torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 =>
            Each<System.Numerics.Complex>(plain.cdouble(), value => $"{Number(value.Real)}{(value.Imaginary < 0 ? "" : "+")}{Number(value.Imaginary)}i"),
        _ => Each<long>(plain.@long(), value => value.ToString(culture)),
    };

    private static string[] Each<T>(torch.Tensor plain, Func<T, string> write) where T : unmanaged
    {
        using var values = plain.data<T>();
        return Array.ConvertAll(values.ToArray(), value => write(value));
    }

    private string Number(float value) => value.ToString(format, culture);

    private string Number(double value) => value.ToString(format, culture);
}
