// Answers to the exercises of notebook 06. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 06.recall
string Smaller() => "a, b, d";

// %% 06.compute
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => (1 - code.square()).square().matmul(weight.square().sum(1));

// %% 06.change
ContractiveResult Both() => (run with { Contraction = 30, Corruption = new MaskingNoise(0.25) }).Train(digits);

// %% 06.explore
Tensor Unseen() => linalg.svd(Jacobian.Of(firm.Encode, x)[0], fullMatrices: true).Vh[^1];

// %% 06.bug
string Published() => "ICML 2011";
