using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>What PyTorch computed, as tests/oracles recorded it: values, and gradients of Σₖ Σ wₖ · outputₖ with w = cos(0, 1, 2, …).</summary>
public static class Oracle
{
    private static readonly ConcurrentDictionary<string, JsonElement> Files = new();

    /// <summary>The names of a file's cases.</summary>
    public static IEnumerable<string> Names(string file) => Cases(file).EnumerateObject().Select(found => found.Name);

    /// <summary>One case of a file in tests/oracles.</summary>
    public static Recording Read(string file, string name) => new(Cases(file).GetProperty(name));

    private static JsonElement Cases(string file) => Files.GetOrAdd(file, path =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "oracles", path))).RootElement.GetProperty("cases"));

    /// <summary>A recorded tensor; null where none was.</summary>
    internal static Tensor? Parse(JsonElement written)
    {
        if (written.ValueKind == JsonValueKind.Null) return null;
        var shape = written.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var values = written.GetProperty("values").EnumerateArray().ToArray();
        return written.GetProperty("type").GetString() switch
        {
            "int64" => tensor(Array.ConvertAll(values, value => value.GetInt64()), shape),
            "bool" => tensor(Array.ConvertAll(values, value => value.GetBoolean()), shape),
            "float32" => tensor(Array.ConvertAll(values, Number), shape, float32),
            "complex128" => complex(
                tensor(Array.ConvertAll(values, value => Number(value[0])), shape),
                tensor(Array.ConvertAll(values, value => Number(value[1])), shape)),
            _ => tensor(Array.ConvertAll(values, Number), shape),
        };
    }

    private static double Number(JsonElement value) => value.ValueKind != JsonValueKind.String
        ? value.GetDouble()
        : value.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        };
}
