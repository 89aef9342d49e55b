using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A widget's values as the wire carries them, and back.</summary>
internal static class WireValue
{
    /// <summary>A value as JSON; another widget by its name.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        Widget part => $"IPY_MODEL_{part.Id}",
        bool truth => truth,
        int whole => whole,
        double number => number,
        string text => text,
        ValueTuple<int, int>(var low, var high) => new JsonArray(low, high),
        ValueTuple<double, double>(var low, var high) => new JsonArray(low, high),
        IEnumerable<Widget> parts => new JsonArray([.. parts.Select(ToJson)]),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(ToJson)]),
        JsonNode json => json.DeepClone(),
        _ => throw new InvalidOperationException($"A widget has no way to send a {value.GetType()}."),
    };

    /// <summary>A value of this type, or false where the JSON is of another.</summary>
    public static bool TryRead<T>(JsonNode? json, out T value)
    {
        object? read = typeof(T) switch
        {
            var type when type == typeof(int) => Number(json) is { } number and >= int.MinValue and <= int.MaxValue ? (int)Math.Round(number) : null,
            var type when type == typeof(double) => Number(json),
            var type when type == typeof(bool) => json?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? json.GetValue<bool>() : null,
            var type when type == typeof(string) => Text(json),
            var type when type == typeof((int, int)) => Pair<int>(json),
            var type when type == typeof((double, double)) => Pair<double>(json),
            _ => null,
        };
        value = read is null ? default! : (T)read;
        return read is not null;
    }

    /// <summary>A value as a person would write it.</summary>
    public static string Written(object? value) => value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
        : value is bool truth ? truth ? "true" : "false"
        : value is string text ? $"\"{text}\"" : $"{value ?? "null"}";

    /// <summary>A text, or null.</summary>
    public static string? Text(JsonNode? json) => json?.GetValueKind() == JsonValueKind.String ? json.GetValue<string>() : null;

    // A number of the wire may have been read from text or made here; only its text tells the same of both.
    private static double? Number(JsonNode? json) =>
        json?.GetValueKind() == JsonValueKind.Number && JsonSerializer.Deserialize<double>(json) is var number && double.IsFinite(number) ? number : null;

    private static object? Pair<T>(JsonNode? json) =>
        json is JsonArray { Count: 2 } pair && TryRead<T>(pair[0], out var low) && TryRead<T>(pair[1], out var high) ? (low, high) : null;
}
