using System.Text.Json.Nodes;

namespace Workbook.Widgets;

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
