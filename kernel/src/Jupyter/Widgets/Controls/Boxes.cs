using System.Text.Json.Nodes;

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

/// <summary>Widgets side by side.</summary>
public sealed class HBox(params IEnumerable<Widget> children) : Box("HBox", children);

/// <summary>Widgets one below the other.</summary>
public sealed class VBox(params IEnumerable<Widget> children) : Box("VBox", children);

/// <summary>Widgets of which one is seen at a time, by its title.</summary>
public abstract class Container : Box
{
    private protected Container(string name, IEnumerable<(string Title, Widget Child)> pages, int? selected) : base(name, pages.Select(page => page.Child))
    {
        Declare("titles", pages.Select(page => page.Title).ToArray());
        Declare("selected_index", Children.Count > 0 ? selected : null);
    }

    /// <summary>What each is called.</summary>
    public IReadOnlyList<string> Titles { get => Get<string[]>(); set => Set(value.ToArray()); }

    /// <summary>Which is seen; null for none.</summary>
    public int? SelectedIndex { get => Get<int?>(); set => Set(value); }

    internal override bool Accept(string key, JsonNode? value)
    {
        int? selected = WireValue.TryRead<int>(value, out var read) ? read : null;
        if (key != "selected_index" || selected < 0 || selected >= Children.Count) return false;
        Keep(selected, nameof(SelectedIndex));
        return true;
    }
}

/// <summary>Widgets below headings, folded up.</summary>
public sealed class Accordion(params IEnumerable<(string Title, Widget Child)> pages) : Container("Accordion", pages, null);

/// <summary>Widgets behind tabs; the first is seen at first.</summary>
public sealed class Tab(params IEnumerable<(string Title, Widget Child)> pages) : Container("Tab", pages, 0);
