using Workbook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX without its dollar signs: <c>(MathString)@"\frac{1}{2}"</c>.</summary>
public sealed class MathString(string content) : IShowable
{
    /// <summary>Text as a formula.</summary>
    public static explicit operator MathString(string content) => new(content);

    /// <inheritdoc/>
    public MimeBundle ToMime() => MimeBundle.Plain(content).With("text/latex", $"$${content}$$");

    /// <summary>The formula.</summary>
    public override string ToString() => content;
}
