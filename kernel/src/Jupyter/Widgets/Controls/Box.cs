namespace Workbook.Widgets;

/// <summary>Widgets laid out together.</summary>
public abstract class Box : DOMWidget
{
    private protected Box(string name, IEnumerable<Widget> children) : base(WidgetModel.Control(name))
    {
        Declare("children", children.ToArray());
        Declare("box_style", "");
    }

    /// <summary>What is in it, in order.</summary>
    public IReadOnlyList<Widget> Children { get => Get<Widget[]>(); set => Set(value.ToArray()); }

    /// <summary>What is in it, in order.</summary>
    public override string ToString() => $"{base.ToString()}({string.Join(", ", Children)})";
}
