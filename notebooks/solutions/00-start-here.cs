// Answers to the exercises of notebook 00. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 00.recall
string Shows() => "b";

// %% 00.recall right: in brackets
string Shows() => " (b) ";

// %% 00.recall right: a capital
string Shows() => "B.";

// %% 00.recall right: a character
char Shows() => 'b';

// %% 00.recall wrong: the first line
string Shows() => "a";

// %% 00.recall wrong: as elsewhere
string Shows() => "c";

// %% 00.recall wrong: two
string Shows() => "b, c";

// %% 00.compute
Tensor MeanRow(Tensor rows) => rows.mean([0L]);

// %% 00.compute right: a sum, divided
Tensor MeanRow(Tensor rows) => rows.sum([0L]) / rows.shape[0];

// %% 00.compute right: a product
Tensor MeanRow(Tensor rows) => ones(rows.shape[0]).matmul(rows) / rows.shape[0];

// %% 00.compute right: of the other side
Tensor MeanRow(Tensor rows) => rows.t().mean([1L]);

// %% 00.compute wrong: along a row
Tensor MeanRow(Tensor rows) => rows.mean([1L]);

// %% 00.compute wrong: of everything
Tensor MeanRow(Tensor rows) => rows.mean();

// %% 00.compute wrong: the sum
Tensor MeanRow(Tensor rows) => rows.sum([0L]);

// %% 00.compute wrong: always two rows
Tensor MeanRow(Tensor rows) => (rows[0] + rows[1]) / 2;

// %% 00.change
Tensor Gradient(Tensor at)
{
    at.requires_grad_();
    at.pow(3).sum().backward();
    return at.grad!;
}

// %% 00.change right: three factors
Tensor Gradient(Tensor at)
{
    var x = at.clone().requires_grad_();
    (x * x * x).sum().backward();
    return x.grad!;
}

// %% 00.change right: by the other door
Tensor Gradient(Tensor at)
{
    var x = at.requires_grad_();
    return autograd.grad([x.pow(3).sum()], [x])[0];
}

// %% 00.change right: from a vector
Tensor Gradient(Tensor at)
{
    at.requires_grad_();
    at.pow(3).backward([ones_like(at)]);
    return at.grad!;
}

// %% 00.change wrong: squares
Tensor Gradient(Tensor at)
{
    at.requires_grad_();
    at.square().sum().backward();
    return at.grad!;
}

// %% 00.change wrong: the mean
Tensor Gradient(Tensor at)
{
    at.requires_grad_();
    at.pow(3).mean().backward();
    return at.grad!;
}

// %% 00.change wrong: the value
Tensor Gradient(Tensor at) => at.pow(3);

// %% 00.change wrong: nobody asked for a gradient
Tensor Gradient(Tensor at)
{
    at.pow(3).sum().backward();
    return at.grad!;
}

// %% 00.explore
double LearningRate() => 0.1;

// %% 00.explore right: larger
double LearningRate() => 0.3;

// %% 00.explore right: by trying
double LearningRate() => new[] { 0.001, 0.01, 0.1 }.MinBy(Fitted);

// %% 00.explore right: larger still
double LearningRate() => 1 / 2.0;

// %% 00.explore wrong: too timid
double LearningRate() => 0.001;

// %% 00.explore wrong: too bold
double LearningRate() => 100;

// %% 00.explore wrong: none
double LearningRate() => 0;

// %% 00.explore wrong: uphill
double LearningRate() => -0.1;

// %% 00.bug
(int Missing, string Word) Slips() => (10, "principal");

// %% 00.bug right: by adding
(int Missing, string Word) Slips() => (100 - (5 + 15 + 70), "Principal");

// %% 00.bug right: with room around
(int Missing, string Word) Slips() => (10, " principal ");

// %% 00.bug right: in capitals
(int Missing, string Word) Slips() => (100 - new[] { 5, 15, 70 }.Sum(), "PRINCIPAL");

// %% 00.bug wrong: the word stays
(int Missing, string Word) Slips() => (10, "principle");

// %% 00.bug wrong: what is given
(int Missing, string Word) Slips() => (90, "principal");

// %% 00.bug wrong: nothing is missing
(int Missing, string Word) Slips() => (0, "principal");
