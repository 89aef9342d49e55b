using System.Text;
using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>What one call printed and showed, kept to be shown all at once.</summary>
internal sealed class BufferedOutput(ICellOutput? beneath) : ICellOutput
{
    private readonly Lock gate = new();
    private readonly List<Item> items = [];

    /// <summary>Whether nothing came.</summary>
    public bool IsEmpty
    {
        get { lock (gate) return items.Count == 0; }
    }

    /// <summary>The formats of what was shown last; printed text where nothing was.</summary>
    public MimeBundle? Last
    {
        get
        {
            lock (gate)
                return items.OfType<Item.Shown>().LastOrDefault() is { } shown ? shown.Bundle
                    : items.OfType<Item.Printed>().LastOrDefault() is { } printed ? MimeBundle.Plain(printed.Text.ToString()) : null;
        }
    }

    public void Stream(string name, string text)
    {
        lock (gate)
        {
            if (items.LastOrDefault() is Item.Printed last && last.Name == name) last.Text.Append(text);
            else items.Add(new Item.Printed(name, new StringBuilder(text)));
        }
    }

    public void Show(string id, MimeBundle bundle)
    {
        lock (gate) items.Add(new Item.Shown(id, bundle));
    }

    public void Update(string id, MimeBundle bundle)
    {
        lock (gate)
        {
            var at = items.FindIndex(item => item is Item.Shown shown && shown.Id == id);
            if (at >= 0) items[at] = new Item.Shown(id, bundle);
            else beneath?.Update(id, bundle);
        }
    }

    public void Clear(bool wait)
    {
        lock (gate) items.Clear();
    }

    public void Page(MimeBundle bundle) => Show("page", bundle);

    public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("What is drawn again and again cannot ask for input.");

    /// <summary>An error, in the place of what did not come.</summary>
    public void Error(CellError error)
    {
        lock (gate) items.Add(new Item.Failed(error));
    }

    /// <summary>As the outputs of a notebook's cell.</summary>
    public JsonArray ToOutputs()
    {
        lock (gate) return new JsonArray([.. items.Select(item => (JsonNode)ToJson(item))]);
    }

    /// <summary>Shows it all, in order.</summary>
    public void Replay(ICellOutput output, bool exceptLast = false)
    {
        lock (gate)
        {
            foreach (var item in exceptLast ? items.SkipLast(1) : items)
                if (item is Item.Printed printed) output.Stream(printed.Name, printed.Text.ToString());
                else if (item is Item.Shown shown) output.Show(shown.Id, shown.Bundle);
                else if (item is Item.Failed failed) (output as ICommOutput)?.Error(failed.Error);
        }
    }

    private static JsonObject ToJson(Item item)
    {
        var json = item is Item.Failed(var error) ? Request.ErrorContent(error) : Content(item);
        json["output_type"] = item is Item.Printed ? "stream" : item is Item.Shown ? "display_data" : "error";
        return json;
    }

    private static JsonObject Content(Item item) => item switch
    {
        Item.Printed printed => new() { ["name"] = printed.Name, ["text"] = printed.Text.ToString() },
        Item.Shown shown => new() { ["data"] = shown.Bundle.ToJson(), ["metadata"] = new JsonObject() },
        _ => [],
    };

    private abstract record Item
    {
        public sealed record Printed(string Name, StringBuilder Text) : Item;

        public sealed record Shown(string Id, MimeBundle Bundle) : Item;

        public sealed record Failed(CellError Error) : Item;
    }
}
