// Solutions to the exercises of notebook 06. A section runs in place of the cell that carries its name.

// %% 06.recall
string Smaller() => "a, b, d";

Check.Equal("06.recall", () => string.Concat(Smaller().ToLower().Where(char.IsLetter).Order()),
    expected: "abd",
    hint: "Look at the closed form. What is u(1 − u) at u = 0 or 1? Every unit adds a square.")

// %% 06.compute
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => (1 - code.square()).square().matmul(weight.square().sum(1));

var W = randn(5, 784, generator: new Generator(3)) / 20;
Tensor Tanh(Tensor x) => tanh(x.matmul(W.t()));
Check.Close("06.compute", () => SquaredNormOfTanh(Tanh(ten), W),
    expected: Jacobian.Of(Tanh, ten).square().sum(1, 2), tolerance: 1e-3,
    hint: "(1 − code.square()).square() has shape (B, K); W.square().sum(1) has shape (K).")

// %% 06.change
ContractiveResult Both() => (run with { Contraction = 30, Corruption = new MaskingNoise(0.25) }).Train(digits);

Check.True("06.change", () => Both() is { Run.Corruption: not null } both
        && both.JacobianNorm < plain.JacobianNorm / 2,
    hint: "Contraction = 10 holds it firmly; new MaskingNoise(0.25) corrupts.")

// %% 06.explore
Tensor Unseen() => linalg.svd(Jacobian.Of(firm.Encode, x)[0], fullMatrices: true).Vh[^1];

double Follows(Tensor step) => Jacobian.Of(firm.Encode, x)[0].mv(step / step.norm()).norm().ToDouble();
Check.True("06.explore", () => Follows(Unseen()) < 1e-3 * Follows(ofFirm.Directions[0, 0]),
    hint: "Most directions are invisible. linalg.svd with fullMatrices: true lists them last.")

// %% 06.bug
string Published() => "ICML 2011";

Check.Equal("06.bug", () => string.Concat(Published().ToUpper().Where(char.IsLetterOrDigit)),
    expected: "ICML2011",
    hint: "It is the first reference below.")
