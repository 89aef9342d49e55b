namespace Workbook.Widgets;

/// <summary>Several lines of text.</summary>
public sealed class Textarea : TextInput
{
    /// <summary>As many lines as the page gives.</summary>
    public Textarea() : base("Textarea") => Declare("rows", null);

    /// <summary>How many lines are seen at once.</summary>
    public int? Rows { get => Get<int?>(); set => Set(value); }
}
