using Workbook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text that is LaTeX, environments such as <c>\begin{align}</c> included: <c>(LaTeXString)@"…"</c>.</summary>
public sealed class LaTeXString(string content) : IShowable
{
    /// <summary>Text as LaTeX.</summary>
    public static explicit operator LaTeXString(string content) => new(content);

    /// <inheritdoc/>
    public MimeBundle ToMime() => MimeBundle.Plain(content).With("text/latex", content);

    /// <summary>The LaTeX.</summary>
    public override string ToString() => content;
}
