using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class ModuleParityTests
{
    // Doubles computed by the same library; other versions and BLAS builds add in another order.
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Cases => [.. RecordedModule.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_gives_the_values_gradients_and_buffers_that_PyTorch_gave(string name)
    {
        using var scope = NewDisposeScope();
        var twin = ModuleTwins.ByName[name];
        using var module = twin.Make();
        RecordedModule.All[name].Check(module, inputs => twin.Call(module, inputs), Tolerance);
    }

    [Fact]
    public void Every_twin_has_a_recorded_case() => Assert.Empty(ModuleTwins.ByName.Keys.Except(RecordedModule.All.Keys));
}
