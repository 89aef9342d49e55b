namespace Workbook.Display;

/// <summary>On a thing that can be shown: the formats it prefers to be shown in, and where the formatter of .NET Interactive finds them.</summary>
/// <remarks>
/// That formatter knows this attribute by its name and asks its two properties and the source's method by theirs, so nothing of it is referred
/// to here, and what is marked shows itself in any program that formats with it.
/// </remarks>
/// <param name="preferredMimeTypes">Best first.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(params string[] preferredMimeTypes) : Attribute
{
    /// <summary>Makes the formatters.</summary>
    public Type FormatterSourceType => typeof(ShowableFormats);

    /// <summary>Best first.</summary>
    public string[] PreferredMimeTypes { get; } = preferredMimeTypes;
}
