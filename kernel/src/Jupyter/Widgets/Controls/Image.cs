namespace Workbook.Widgets;

/// <summary>A picture that can change.</summary>
public sealed class Image : DOMWidget
{
    /// <summary>No picture yet.</summary>
    public Image() : this([]) { }

    /// <summary>This picture: the bytes of a PNG file, or of another kind that <see cref="Format"/> names.</summary>
    public Image(byte[] value) : base(WidgetModel.Control("Image"))
    {
        Declare("format", "png");
        Declare("value", value);
        Declare("width", "");
        Declare("height", "");
    }

    /// <summary>The picture's file.</summary>
    public byte[] Value { get => Get<byte[]>(); set => Set(value); }

    /// <summary>What kind of file it is: <c>"png"</c>, <c>"jpeg"</c>, <c>"svg+xml"</c>.</summary>
    public string Format { get => Get<string>(); set => Set(value); }

    /// <summary>How many pixels wide it is shown; empty for as many as it has.</summary>
    public string Width { get => Get<string>(); set => Set(value); }

    /// <summary>How many pixels high it is shown; empty for as many as it has.</summary>
    public string Height { get => Get<string>(); set => Set(value); }

    /// <summary>Its kind and size.</summary>
    public override string ToString() => $"Image({Format}, {Value.Length} bytes)";

    private protected override MimeBundle Picture() => MimeBundle.Plain(ToString()).With($"image/{Format}", Value);
}
