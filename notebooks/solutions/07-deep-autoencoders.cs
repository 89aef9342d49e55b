// Solutions to the exercises of notebook 07. A section runs in place of the cell that carries its name.

// %% 07.recall
string Order() => "d, e, b, a, c";

Check.Equal("07.recall", () => string.Concat(Order().ToLower().Where(char.IsLetter)),
    expected: "debac",
    hint: "The second layer learns from codes, so somebody must have made them.")

// %% 07.bug
(StackLayers In2006, int AutoencodersIn) Stacked() => (StackLayers.BoltzmannMachines, 2007);

Check.Equal("07.bug", () => Stacked(), expected: (StackLayers.BoltzmannMachines, 2007),
    hint: "The references at the end of this notebook have the titles and the years.")

// %% 07.compute
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    -v.matmul(a) - functional.softplus(v.matmul(W.t()) + b).sum(dim: 1);

Check.Close("07.compute", () => FreeEnergy(all, tiny.Up.Weight, tiny.Up.Bias, tiny.Down.Bias),
    tiny.FreeEnergy(all), tolerance: 1e-5,
    hint: "v.matmul(W.t()) is (B, K); functional.softplus is log(1 + eˣ).")

// %% 07.change
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    (machine.Encode(v).t().matmul(v) - machine.Encode(r).t().matmul(r)) / v.shape[0];

var dreams = tiny.Gibbs(all, steps: 1, new Generator(3));
Check.Close("07.change", () => Change(tiny, all, dreams), tiny.Update(all, dreams).Weight,
    tolerance: 1e-5,
    hint: "machine.Encode gives h, (B, K). hᵀv, divided by B; data minus dreams.")

// %% 07.explore
double Named(int layer)
{
    var stack = new StackedAutoencoder([.. machines.Stack.Layers.Take(layer)]);
    var codes = stack.Encode(digits.Train.Images).detach();
    var probe = LinearProbe.Fit(codes, digits.Train.Labels, iterations: 50);
    return probe.Accuracy(stack.Encode(test).detach(), labels);
}
int BestLayer() => Enumerable.Range(1, 3).MaxBy(Named);

Check.Equal("07.explore", () => BestLayer(), expected: Enumerable.Range(1, 3).MaxBy(Named),
    hint: "Three numbers to look at. Each layer throws something away that the class may need.")
