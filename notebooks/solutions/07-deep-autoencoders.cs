// Answers to the exercises of notebook 07. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 07.recall
string Order() => "d, e, b, a, c";

// %% 07.recall right: without commas
string Order() => "debac";

// %% 07.recall right: with brackets
string Order() => "(d) (e) (b) (a) (c)";

// %% 07.recall right: as letters
char[] Order() => ['D', 'E', 'B', 'A', 'C'];

// %% 07.recall wrong: unrolled too soon
string Order() => "daebc";

// %% 07.recall wrong: the second layer without codes
string Order() => "dbeac";

// %% 07.recall wrong: tuned before it is unrolled
string Order() => "debca";

// %% 07.bug
string Of2006() => "a, c, d";

// %% 07.bug right: in brackets
string Of2006() => "(a), (c) and (d)";

// %% 07.bug right: as letters
char[] Of2006() => ['d', 'c', 'a'];

// %% 07.bug right: in capitals
string Of2006() => "ACD";

// %% 07.bug wrong: as the slide has it
string Of2006() => "b, c";

// %% 07.bug wrong: all
string Of2006() => "abcd";

// %% 07.bug wrong: without the transpose
string Of2006() => "a, c";

// %% 07.compute
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    -v.matmul(a) - functional.softplus(v.matmul(W.t()) + b).sum(dim: 1);

// %% 07.compute right: with a logarithm
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    -(v.mv(a) + (1 + (functional.linear(v, W) + b).exp()).log().sum([1L]));

// %% 07.compute right: unit by unit
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a)
{
    var energy = -(v * a).sum([1L]);
    for (var j = 0; j < W.shape[0]; j++) energy = energy - (1 + (b[j] + v.mv(W[j])).exp()).log();
    return energy;
}

// %% 07.compute right: all hidden bits written out
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a)
{
    var states = stack([.. Enumerable.Range(0, 1 << (int)b.shape[0]).Select(i =>
        tensor(Enumerable.Range(0, (int)b.shape[0]).Select(j => (double)(i >> j & 1)).ToArray()))]);
    var minusEnergy = v.mv(a).unsqueeze(1) + states.mv(b) + v.matmul(W.t()).matmul(states.t());   // (B, 2ᴷ)
    return -minusEnergy.logsumexp(1);
}

// %% 07.compute wrong: the sign
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    v.matmul(a) + functional.softplus(v.matmul(W.t()) + b).sum(dim: 1);

// %% 07.compute wrong: no bias of hidden units
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) =>
    -v.matmul(a) - functional.softplus(v.matmul(W.t())).sum(dim: 1);

// %% 07.compute wrong: no bias of pixels
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) => -functional.softplus(v.matmul(W.t()) + b).sum(dim: 1);

// %% 07.compute wrong: no softplus
static Tensor FreeEnergy(Tensor v, Tensor W, Tensor b, Tensor a) => -v.matmul(a) - (v.matmul(W.t()) + b).sum(dim: 1);

// %% 07.change
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    (machine.Encode(v).t().matmul(v) - machine.Encode(r).t().matmul(r)) / v.shape[0];

// %% 07.change right: as a mean of products
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r)
{
    Tensor Mean(Tensor x) => (machine.Encode(x).unsqueeze(2) * x.unsqueeze(1)).mean([0L]);
    return Mean(v) - Mean(r);
}

// %% 07.change right: by the gradient
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r)
{
    machine.zero_grad();
    (machine.FreeEnergy(r).mean() - machine.FreeEnergy(v).mean()).backward();
    return machine.Up.Weight.grad!.clone();
}

// %% 07.change right: with the sigmoid written out
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r)
{
    Tensor Hidden(Tensor x) => sigmoid(x.matmul(machine.Up.Weight.t()) + machine.Up.Bias);
    return Hidden(v).t().matmul(v) / v.shape[0] - Hidden(r).t().matmul(r) / r.shape[0];
}

// %% 07.change wrong: the sign
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    (machine.Encode(r).t().matmul(r) - machine.Encode(v).t().matmul(v)) / v.shape[0];

// %% 07.change wrong: a sum
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    machine.Encode(v).t().matmul(v) - machine.Encode(r).t().matmul(r);

// %% 07.change wrong: ignores the reconstructions
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) => machine.Encode(v).t().matmul(v) / v.shape[0];

// %% 07.change wrong: transposed
static Tensor Change(RestrictedBoltzmannMachine machine, Tensor v, Tensor r) =>
    (v.t().matmul(machine.Encode(v)) - r.t().matmul(machine.Encode(r))) / v.shape[0];

// %% 07.explore
double Gain() => 40;

// %% 07.explore right: by doubling
double Gain()
{
    var gain = 4.0;
    while (Share(gain) <= 0.02) gain *= 2;
    return gain;
}

// %% 07.explore right: very large
double Gain() => 100;

// %% 07.explore right: from a list
double Gain() => new[] { 1.0, 10, 50, 60 }.MaxBy(Share);

// %% 07.explore wrong: the old habit
double Gain() => 0.58;

// %% 07.explore wrong: the library's
double Gain() => 4;

// %% 07.explore wrong: not enough
double Gain() => 6;

// %% 07.explore wrong: below zero
double Gain() => -100;
