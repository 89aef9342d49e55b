using System.Text.Json;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

/// <summary>One recorded case: what went in, what came out, and the gradients that came back.</summary>
public sealed class Recording
{
    private readonly Tensor?[] outputs, gradients;
    private readonly Dictionary<string, Tensor?> parameterGradients;

    internal Recording(JsonElement recorded)
    {
        Inputs = [.. recorded.GetProperty("inputs").EnumerateArray().Select(input => Oracle.Parse(input)!)];
        outputs = [.. recorded.GetProperty("outputs").EnumerateArray().Select(Oracle.Parse)];
        gradients = [.. recorded.GetProperty("gradients").EnumerateArray().Select(Oracle.Parse)];
        Parameters = Named(recorded, "parameters").ToDictionary(pair => pair.Key, pair => pair.Value!);
        parameterGradients = Named(recorded, "parameterGradients");
    }

    /// <summary>What went in; those whose gradient was recorded ask for it.</summary>
    public Tensor[] Inputs { get; }

    /// <summary>A module's parameters by name, to be copied into ours.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters { get; }

    /// <summary>Asserts that a function of the inputs gives the recorded outputs and gradients.</summary>
    /// <param name="twin">The same computation here.</param>
    /// <param name="tolerance">Largest error, relative to 1 + |recorded value|.</param>
    /// <param name="parameters">Our module's parameters by name, whose gradients are compared as well.</param>
    public void Check(Func<Tensor[], Tensor?[]> twin, double tolerance, IReadOnlyDictionary<string, Tensor>? parameters = null)
    {
        for (var i = 0; i < Inputs.Length; i++)
            if (gradients[i] is not null) Inputs[i].requires_grad = true;
        var computed = twin(Inputs);
        Assert.Equal(outputs.Length, computed.Length);
        for (var k = 0; k < outputs.Length; k++) Same($"output {k}", outputs[k], computed[k], tolerance);
        CheckGradients([.. computed.OfType<Tensor>()], tolerance, parameters ?? new Dictionary<string, Tensor>());
    }

    private void CheckGradients(Tensor[] computed, double tolerance, IReadOnlyDictionary<string, Tensor> parameters)
    {
        var named = parameters.Where(pair => parameterGradients.GetValueOrDefault(pair.Key) is not null).ToList();
        var sources = Inputs.Where((_, i) => gradients[i] is not null).Concat(named.Select(pair => pair.Value)).ToArray();
        var expected = gradients.OfType<Tensor>().Concat(named.Select(pair => parameterGradients[pair.Key]!)).ToArray();
        if (sources.Length == 0) return;
        var loss = computed.Where(output => output.requires_grad).Select(Weighed).Aggregate((sum, term) => sum + term);
        var found = autograd.grad([loss], sources, allow_unused: true);
        for (var i = 0; i < sources.Length; i++) Same($"gradient {i}", expected[i], found[i], tolerance);
    }

    private static Tensor Weighed(Tensor output) =>
        (arange(output.numel(), dtype: float64).cos().reshape(output.shape).to(output.dtype) * output).sum();

    private static void Same(string what, Tensor? expected, Tensor? found, double tolerance)
    {
        if (expected is null)
        {
            Assert.True(found is null || found.IsInvalid, $"{what}: recorded nothing, found\n{found}");
            return;
        }
        Assert.NotNull(found);
        Assert.Equal(expected.shape, found.shape);
        Assert.Equal(expected.dtype, found.dtype);
        var (left, right) = (expected.detach(), found.detach());
        var ours = left.is_floating_point() || left.is_complex()
            ? left.allclose(right, tolerance, tolerance, equal_nan: true)
            : left.Equals(right);
        if (!ours) Assert.Fail($"{what}: recorded\n{left}\nfound\n{right}");
    }

    private static Dictionary<string, Tensor?> Named(JsonElement recorded, string property) =>
        recorded.TryGetProperty(property, out var all)
            ? all.EnumerateObject().ToDictionary(found => found.Name, found => Oracle.Parse(found.Value))
            : [];
}
