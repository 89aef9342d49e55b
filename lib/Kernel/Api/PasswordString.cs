using Workbook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>A text that is not shown: neither as a value, nor inside another, nor by <see cref="ToString"/>.</summary>
public sealed class PasswordString(string clearText) : IShowable
{
    private const string Hidden = "••••••••";

    /// <summary>The text itself.</summary>
    public string GetClearTextPassword() => clearText;

    /// <inheritdoc/>
    public MimeBundle ToMime() => MimeBundle.Plain(Hidden);

    /// <summary>Dots, always eight.</summary>
    public override string ToString() => Hidden;
}
