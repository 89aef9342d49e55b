using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class OperatorParityTests
{
    private const string File = "torch-operators.json";

    // The recorded numbers are doubles computed by the same library; other versions and BLAS builds add in another order.
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, Twins.Twin> Ours = Twins.All();

    public static TheoryData<string> Cases => [.. Oracle.Names(File)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_operator_gives_the_values_and_gradients_that_PyTorch_gave(string name)
    {
        using var scope = NewDisposeScope();
        var twin = Ours[name];
        Oracle.Read(File, name).Check(inputs => twin(At(inputs, 0), At(inputs, 1), At(inputs, 2)), Tolerance);
    }

    [Fact]
    public void Every_twin_has_a_recorded_case() => Assert.Empty(Ours.Keys.Except(Oracle.Names(File)));

    private static Tensor At(Tensor[] inputs, int i) => i < inputs.Length ? inputs[i] : null!;
}
