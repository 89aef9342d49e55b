// Answers to the exercises of notebook 06. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 06.recall
string Smaller() => "a, b, d";

// %% 06.recall right: in another order
string Smaller() => "dba";

// %% 06.recall right: in a sentence
string Smaller() => "(a), (b) and (d)";

// %% 06.recall right: as letters
char[] Smaller() => ['A', 'B', 'D'];

// %% 06.recall wrong: all
string Smaller() => "abcd";

// %% 06.recall wrong: only the constant
string Smaller() => "d";

// %% 06.recall wrong: more units
string Smaller() => "a, b, c";

// %% 06.compute
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => (1 - code.square()).square().matmul(weight.square().sum(1));

// %% 06.compute right: as a sum over units
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => ((1 - code.pow(2)).pow(2) * weight.pow(2).sum(1)).sum(1);

// %% 06.compute right: the Jacobian first
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) =>
    ((1 - code.square()).unsqueeze(2) * weight).square().sum(1, 2);                  // (B, K, D)

// %% 06.compute right: unit by unit
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight)
{
    var sum = zeros(code.shape[0], dtype: code.dtype);
    for (var j = 0; j < weight.shape[0]; j++)
        sum += torch.pow((1 - code.select(1, j)) * (1 + code.select(1, j)), 2) * weight[j].square().sum();
    return sum;
}

// %% 06.compute wrong: the logistic slope
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => (code * (1 - code)).square().matmul(weight.square().sum(1));

// %% 06.compute wrong: the slope is not squared
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) => (1 - code.square()).matmul(weight.square().sum(1));

// %% 06.compute wrong: the norm
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) =>
    (1 - code.square()).square().matmul(weight.square().sum(1)).sqrt();

// %% 06.compute wrong: the mean over the batch
static Tensor SquaredNormOfTanh(Tensor code, Tensor weight) =>
    (1 - code.square()).square().matmul(weight.square().sum(1)).mean();

// %% 06.change
ContractiveResult Both() => (run with { Contraction = 1.3, Corruption = new MaskingNoise(0.25) }).Train(digits);

// %% 06.change right: another corruption
ContractiveResult Both() => (run with { Corruption = new GaussianNoise(0.2), Contraction = 1.5 }).Train(digits);

// %% 06.change right: a firmer hand
ContractiveResult Both() => (run with { Contraction = 2, Corruption = new MaskingNoise(0.1) }).Train(digits);

// %% 06.change right: from a run that is contractive already
ContractiveResult Both() => (contracted.Run with { Contraction = 1.5, Corruption = new MaskingNoise(0.2), Seed = 2 }).Train(digits);

// %% 06.change wrong: contractive only
ContractiveResult Both() => (run with { Contraction = 1.5 }).Train(digits);

// %% 06.change wrong: hardly contracted
ContractiveResult Both() => (run with { Contraction = 0.01, Corruption = new MaskingNoise(0.25) }).Train(digits);

// %% 06.change wrong: a constant
ContractiveResult Both() => (run with { Contraction = 1000, Corruption = new MaskingNoise(0.25) }).Train(digits);

// %% 06.change wrong: lay in the session
ContractiveResult Both() => contracted;

// %% 06.explore
Tensor Unseen() => linalg.svd(Jacobian.Of(firm.Encode, x)[0], fullMatrices: true).Vh[^1];

// %% 06.explore right: what is left of a random step
Tensor Unseen()
{
    var rows = linalg.svd(Jacobian.Of(firm.Encode, x)[0], fullMatrices: false).Vh;   // (100, 784)
    var step = randn(784, generator: new Generator(1));
    var left = step - rows.t().mv(rows.mv(step));
    return left / left.norm();
}

// %% 06.explore right: at a right angle to the weights
Tensor Unseen() => linalg.svd(firm.Weight.detach(), fullMatrices: true).Vh[^5];

// %% 06.explore right: as a row
Tensor Unseen() => linalg.svd(Jacobian.Of(firm.Encode, x)[0], fullMatrices: true).Vh[700..701];

// %% 06.explore wrong: the first tangent
Tensor Unseen() => ofFirm.Directions[0, 0];

// %% 06.explore wrong: a late tangent
Tensor Unseen() => ofFirm.Directions[0, 9];

// %% 06.explore wrong: any step
Tensor Unseen() => randn(784, generator: new Generator(1));

// %% 06.explore wrong: a pixel of the margin
Tensor Unseen()
{
    var step = zeros(784);
    step[0] = 1;
    return step;
}

// %% 06.explore wrong: no step
Tensor Unseen() => zeros(784);

// %% 06.bug
string Before() => "a, b";

// %% 06.bug right: in brackets
string Before() => "(a) and (b)";

// %% 06.bug right: in capitals
string Before() => "BA";

// %% 06.bug right: as letters
char[] Before() => ['a', 'b'];

// %% 06.bug wrong: as the slide has it
string Before() => "b";

// %% 06.bug wrong: everything
string Before() => "abc";

// %% 06.bug wrong: the penalty alone
string Before() => "a";
