using System.Collections;
using System.Text.Json.Nodes;
using Plotly.NET;
using Thing = DynamicObj.DynamicObj;

namespace Workbook.Figures;

/// <summary>The properties of Plotly.NET's objects by Plotly's own names, and their JSON. Plotly.NET's constructors with sixty options each take a hundred times longer, the first time a second.</summary>
internal static class Properties
{
    /// <summary>The same object with these properties set; one that is null is left as it was.</summary>
    public static T With<T>(this T thing, params ReadOnlySpan<(string Name, object? Value)> properties) where T : Thing
    {
        foreach (var (name, value) in properties)
            if (value is not null) thing.Properties[name] = value;
        return thing;
    }

    /// <summary>A property if it is there and of this type, else null.</summary>
    public static T? Get<T>(this Thing thing, string name) where T : class => thing.Properties.GetValueOrDefault(name) as T;

    /// <summary>Whether a property has this value.</summary>
    public static bool Is(this Thing thing, string name, object value) => value.Equals(thing.Properties.GetValueOrDefault(name));

    /// <summary>What this object lacks is taken from another.</summary>
    public static void FillFrom(this Thing thing, Thing other)
    {
        foreach (var (name, value) in other.Properties) thing.Properties.TryAdd(name, value);
    }

    /// <summary>A chart as Plotly reads it.</summary>
    public static JsonObject Chart(GenericChart chart) => new()
    {
        ["data"] = ToJson(GenericChart.getTraces(chart)),
        ["layout"] = ToJson(GenericChart.getLayout(chart)),
        ["config"] = ToJson(GenericChart.getConfig(chart)),
    };

    /// <summary>As Plotly reads it; a number that is not finite becomes null, a gap.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool yes => JsonValue.Create(yes),
        int whole => JsonValue.Create(whole),
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        double?[] numbers => new JsonArray(Array.ConvertAll(numbers, number => number is { } there ? (JsonNode)JsonValue.Create(there) : null)),
        Trace trace => Object(trace, new() { ["type"] = trace.type }),
        Thing thing => Object(thing, []),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ToJson)]),
        _ => throw new NotSupportedException($"A {value.GetType()} cannot be written as Plotly's JSON."),
    };

    private static JsonObject Object(Thing thing, JsonObject json)
    {
        foreach (var (name, value) in thing.Properties) json[name] = ToJson(value);
        return json;
    }
}
