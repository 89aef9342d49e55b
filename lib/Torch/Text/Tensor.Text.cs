using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What <see cref="TensorStringStyle.Default"/> means.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Julia;

    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static string floatFormat = "g5";
    private static string newLine = "\n";

    /// <summary>How floating-point numbers are written where nothing else is said.</summary>
    public static void set_printoptions(
        string? fltFormat = null, int? width = null, string? newLine = null, bool? sci_mode = null, TensorStringStyle? style = null)
    {
        floatFormat = fltFormat ?? (sci_mode == true ? "e4" : floatFormat);
        torch.newLine = newLine ?? torch.newLine;
        if (style is { } chosen) TensorStringStyle = chosen;
    }

    public partial class Tensor
    {
        /// <summary>Shape, type, device and the numbers; of large tensors, those at the edges.</summary>
        public override string ToString() => IsInvalid ? "a tensor that has been disposed" : ToString(TensorStringStyle.Julia);

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = torch.TensorStringStyle;
            var metadata = $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";
            if (style == TensorStringStyle.Metadata || is_meta) return metadata;
            var (open, close, separator) = style == TensorStringStyle.CSharp ? ("{", "}", ",") : ("[", "]", "");
            newLine ??= torch.newLine;
            var text = new TensorText(open, close, separator, fltFormat ?? floatFormat, cultureInfo ?? CultureInfo.InvariantCulture, newLine);
            var numbers = text.Write(this);
            if (style != TensorStringStyle.Julia) return numbers;
            return Dimensions == 0 ? $"{metadata}, value = {numbers}" : metadata + newLine + numbers;
        }
    }
}
