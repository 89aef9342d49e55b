using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>One recorded call of a module: its state before, what the call gave, and its buffers afterwards.</summary>
public sealed class RecordedModule
{
    private readonly JsonElement recorded;

    private RecordedModule(JsonElement recorded) => this.recorded = recorded;

    /// <summary>The recorded calls by name.</summary>
    public static Dictionary<string, RecordedModule> All { get; } =
        RecordedFile.Cases("torch-modules.json").ToDictionary(found => found.Name, found => new RecordedModule(found.Value));

    /// <summary>Asserts that a module with the recorded state gives the recorded outputs, gradients and buffers.</summary>
    public void Check(nn.Module module, Func<Tensor[], Tensor?[]> call, double tolerance)
    {
        module.to(float64);
        module.load_state_dict(Tensors("state"));
        module.train(recorded.GetProperty("training").GetBoolean());
        new Recording(recorded).Check(call, tolerance, module.named_parameters().ToDictionary(named => named.name, named => (Tensor)named.parameter));
        var buffers = module.named_buffers().ToDictionary(named => named.name, named => named.buffer);
        foreach (var (name, expected) in Tensors("buffers"))
            Assert.True(expected.to(float64).allclose(buffers[name].to(float64), tolerance, tolerance), $"{name}: recorded\n{expected}\nfound\n{buffers[name]}");
    }

    private Dictionary<string, Tensor> Tensors(string property) =>
        recorded.GetProperty(property).EnumerateObject().ToDictionary(found => found.Name, found => Oracle.Parse(found.Value)!);
}

/// <summary>The cases of a recorded file.</summary>
internal static class RecordedFile
{
    internal static IEnumerable<JsonProperty> Cases(string file) => JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "oracles", file)))
        .RootElement.GetProperty("cases").EnumerateObject();
}
