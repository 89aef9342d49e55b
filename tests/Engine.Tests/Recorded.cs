using System.Text.Json;
using static TorchSharp.torch;

namespace Workbook.Engine.Tests;

/// <summary>What PyTorch computed: tests/oracles/engine.json, recorded by the script beside it.</summary>
internal static class Recorded
{
    private static readonly JsonElement file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "engine.json"))).RootElement;

    public static JsonElement At(string part, string name) => file.GetProperty(part).GetProperty(name);

    /// <summary>A recorded tensor, float64.</summary>
    public static Tensor Tensor(JsonElement recorded) =>
        tensor(recorded.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray(), dtype: float64)
            .reshape(recorded.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray());
}
