// Answers to the exercises of notebook 07. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 07.recall
string Order() => "d, e, b, a, c";

// %% 07.bug
(StackLayers In2006, int AutoencodersIn) Stacked() => (StackLayers.BoltzmannMachines, 2007);

// %% 07.compute
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    -v.matmul(a) - functional.softplus(v.matmul(W.t()) + b).sum(dim: 1);

// %% 07.change
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    (machine.Encode(v).t().matmul(v) - machine.Encode(r).t().matmul(r)) / v.shape[0];

// %% 07.explore
int BestLayer() => Enumerable.Range(1, 3).MaxBy(Named);
