using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>What a widget tells the page of itself when it is made, against what ipywidgets says: oracles/widgets.py recorded it.</summary>
public sealed class WidgetStateTests
{
    private static readonly JsonObject six = Read("widgets-6.json"), eight = Read("widgets-8.json");

    // Where ours differs and why: a range begins with the middle half, as in Python, not with the table's [0, 1];
    // nothing is chosen where there is nothing to choose from; an output takes the room that is left.
    private static readonly string[] otherwise = ["IntRangeSlider.value", "FloatRangeSlider.value", "SelectionSlider.index"];

    // What ipywidgets 6 sends although its page knows it as a default.
    private static readonly string[] unsaid = ["disabled", "step", "_dom_classes", "selected_index", "icons", "tooltips", "value", "tooltip"];

    public static TheoryData<string> Names => new(eight.Select(entry => entry.Key));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_attribute_and_default_is_that_of_ipywidgets_8(string name)
    {
        var state = (JsonObject)Dialect.Newer.Open(Made(name, [])).Data["state"]!;
        var expected = (JsonObject)eight[name]!;
        if (name == "Image") state["value"] = "b''";                 // the table writes an empty picture so; on the wire it is an attachment
        Assert.Equal(expected.Select(attribute => attribute.Key).Order(), state.Select(attribute => attribute.Key).Order());
        Assert.Empty(Different(name, Made(name, []), expected, state));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_attribute_and_default_is_that_of_ipywidgets_6(string name)
    {
        var state = Dialect.Older.Open(Made(name, ["a", "b"])).Data;
        var expected = (JsonObject)six[name]!;
        var missing = expected.Where(attribute => attribute.Value is not null && !state.ContainsKey(attribute.Key)).Select(attribute => attribute.Key);
        Assert.Empty(missing.Except(unsaid));
        var shared = new JsonObject(expected.Where(attribute => attribute.Value is not null && state.ContainsKey(attribute.Key)).Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value?.DeepClone())));
        Assert.Empty(Different(name, Made(name, ["a", "b"]), shared, state).Except(["FloatRangeSlider.step: 0.1 for 1.0", "Tab.selected_index: null for 0", "Accordion.selected_index: null for 0"]));
    }

    [Fact]
    public void The_parts_of_a_widget_have_the_names_of_their_models() => Assert.Equal(
        ["LayoutModel", "SliderStyleModel"], new IntSlider().State.Select(entry => entry.Value).OfType<Widget>().Select(part => part.Model.Model));

    [Fact]
    public void A_picture_travels_as_an_attachment_or_in_base64()
    {
        var picture = new Image([1, 2, 3]);
        var packet = Dialect.Newer.Open(picture);
        Assert.Equal("[[\"value\"]]", packet.Data["buffer_paths"]!.ToJsonString());
        Assert.Equal([1, 2, 3], Assert.Single(packet.Buffers));
        Assert.Equal("AQID", (string?)Dialect.Older.Open(picture).Data["_b64value"]);
    }

    [Fact]
    public void A_choice_is_an_index_today_and_was_a_label()
    {
        var choice = new Dropdown<int>(("one", 1), ("two", 2)) { Value = 2 };
        Assert.Equal(1, (int)Dialect.Newer.Open(choice).Data["state"]!["index"]!);
        Assert.Equal("two", (string?)Dialect.Older.Open(choice).Data["value"]);
        Assert.True(choice.Accept("value", "one"));
        Assert.Equal(1, choice.Value);
        Assert.True(choice.Accept("index", 1));
        Assert.Equal(2, choice.Value);
        Assert.False(choice.Accept("index", 7));
        Assert.False(choice.Accept("value", "three"));
        Assert.Equal(2, choice.Value);
    }

    [Fact]
    public void Titles_are_a_list_today_and_were_named_by_number()
    {
        var tabs = new Tab(("left", new Label("1")), ("right", new Label("2")));
        Assert.Equal("""["left","right"]""", Dialect.Newer.Open(tabs).Data["state"]!["titles"]!.ToJsonString());
        Assert.Equal("""{"0":"left","1":"right"}""", Dialect.Older.Open(tabs).Data["_titles"]!.ToJsonString());
    }

    [Fact]
    public void Bounds_and_value_may_be_set_in_any_order()
    {
        var slider = new IntSlider { Value = 500, Max = 1000, Min = 200 };
        slider.Ready();
        Assert.Equal(500, slider.Value);
        var range = new IntRangeSlider { Min = 0, Max = 8 };
        range.Ready();
        Assert.Equal((2, 6), range.Value);                            // the middle half
    }

    private static IEnumerable<string> Different(string name, Widget widget, JsonObject expected, JsonObject state) =>
        from attribute in expected
        let key = $"{name}.{attribute.Key}"
        where !otherwise.Contains(key)
        let ours = attribute.Key is "layout" or "style" && widget.State.FirstOrDefault(entry => entry.Key == attribute.Key).Value is Widget part ? JsonValue.Create(part.Model.Model) : state[attribute.Key]
        where !JsonNode.DeepEquals(Plain(attribute.Value), Plain(ours))
        select $"{key}: {ours?.ToJsonString() ?? "null"} for {attribute.Value?.ToJsonString() ?? "null"}";

    // 100 and 100.0 are one number on the wire.
    private static JsonNode? Plain(JsonNode? value) => value is null ? null : JsonNode.Parse(value.ToJsonString().Replace(".0", ""));

    private static Widget Made(string name, string[] options)
    {
        var type = typeof(Widget).Assembly.GetType($"Workbook.Widgets.{name}") ?? typeof(Widget).Assembly.GetType($"Workbook.Widgets.{name}`1")!.MakeGenericType(typeof(string));
        var made = (Widget)(type.GetConstructor([]) is { } simple ? simple.Invoke([])
            : type.GetConstructors().First(constructor => constructor.GetParameters()[0].ParameterType.IsInstanceOfType(Nothing(constructor.GetParameters()[0].ParameterType, options))).Invoke([Nothing(type.GetConstructors()[0].GetParameters()[0].ParameterType, options)]));
        made.Ready();
        return made;
    }

    private static object Nothing(Type sequence, string[] options) => sequence == typeof(IEnumerable<string>) ? options : Array.CreateInstance(sequence.GetGenericArguments()[0], 0);

    private static JsonObject Read(string file) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "oracles", file)))!;
}
