using Workbook.Display;
using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value on the screen, which can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] mimeTypes;

    private DisplayedValue(string id, string[] mimeTypes) => (DisplayId, this.mimeTypes) = (id, mimeTypes);

    /// <summary>The name by which the front end knows it.</summary>
    public string DisplayId { get; }

    /// <summary>The formats it was asked for in; none means all.</summary>
    public IReadOnlyCollection<string> MimeTypes => mimeTypes;

    /// <summary>Shows another value in its place, in the formats of the first.</summary>
    public void Update(object? value) => Screen.Current.Update(DisplayId, ValueFormatter.ToMime(value, mimeTypes));

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var shown = new DisplayedValue(Guid.NewGuid().ToString("N"), mimeTypes);
        Screen.Current.Show(shown.DisplayId, ValueFormatter.ToMime(value, mimeTypes));
        return shown;
    }
}
