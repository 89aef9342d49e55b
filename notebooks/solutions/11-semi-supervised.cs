// Answers to the exercises of notebook 11. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 11.recall
string Changes() => "c";

// %% 11.recall right: in brackets
string Changes() => "(c)";

// %% 11.recall right: in a sentence
string Changes() => "Only (c), the number of steps.";

// %% 11.recall right: as a letter
char Changes() => 'C';

// %% 11.recall wrong: the encoder learns from them
string Changes() => "b, c";

// %% 11.recall wrong: everything
string Changes() => "abc";

// %% 11.recall wrong: the label head
string Changes() => "a";

// %% 11.compute
static double LabelTerm(double[] surprises, int[] mask) =>
    surprises.Zip(mask, (surprise, known) => surprise * known).Sum() / Math.Max(mask.Sum(), 1);

// %% 11.compute right: the average of those that remain
static double LabelTerm(double[] surprises, int[] mask) =>
    surprises.Where((_, i) => mask[i] == 1).DefaultIfEmpty(0).Average();

// %% 11.compute right: in a loop
static double LabelTerm(double[] surprises, int[] mask)
{
    var (sum, count) = (0.0, 0);
    for (var i = 0; i < mask.Length; i++) if (mask[i] == 1) (sum, count) = (sum + surprises[i], count + 1);
    return count == 0 ? 0 : sum / count;
}

// %% 11.compute right: with tensors
static double LabelTerm(double[] surprises, int[] mask)
{
    var known = tensor(mask).to(float64);
    return ((tensor(surprises) * known).sum() / known.sum().clamp(min: 1)).ToDouble();
}

// %% 11.compute wrong: over the batch
static double LabelTerm(double[] surprises, int[] mask) => surprises.Zip(mask, (surprise, known) => surprise * known).Average();

// %% 11.compute wrong: a sum
static double LabelTerm(double[] surprises, int[] mask) => surprises.Zip(mask, (surprise, known) => surprise * known).Sum();

// %% 11.compute wrong: no care for none
static double LabelTerm(double[] surprises, int[] mask) =>
    surprises.Zip(mask, (surprise, known) => surprise * known).Sum() / mask.Sum();

// %% 11.compute wrong: ignores the mask
static double LabelTerm(double[] surprises, int[] mask) => surprises.Average();

// %% 11.change
SemiSupervisedResult FiveOrMore() =>
    (run with { Question = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], LabelsPerClass = 20, Epochs = 6 }).Train(digits);

// %% 11.change right: from the run of section 6
SemiSupervisedResult FiveOrMore() =>
    (parity with { Question = [.. Enumerable.Range(0, 10).Select(d => d / 5)], LabelsPerClass = 20, Epochs = 6 }).Train(digits);

// %% 11.change right: the other way round
SemiSupervisedResult FiveOrMore() =>
    (run with { Question = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0], LabelsPerClass = 20, Alpha = 0.01, Epochs = 6, Seed = 5 }).Train(digits);

// %% 11.change right: in two steps
SemiSupervisedResult FiveOrMore()
{
    int[] high = [.. Enumerable.Range(0, 10).Select(d => d >= 5 ? 1 : 0)];
    return (run with { Question = high, LabelsPerClass = 20, Epochs = 6 }).Train(digits);
}

// %% 11.change wrong: the old question
SemiSupervisedResult FiveOrMore() => (run with { Question = odd, LabelsPerClass = 20, Epochs = 6 }).Train(digits);

// %% 11.change wrong: six or more
SemiSupervisedResult FiveOrMore() =>
    (run with { Question = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1], LabelsPerClass = 20, Epochs = 6 }).Train(digits);

// %% 11.change wrong: too few labels, one head
SemiSupervisedResult FiveOrMore() =>
    (run with { Question = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], LabelsPerClass = 5, Alpha = 0, Epochs = 6 }).Train(digits);

// %% 11.change wrong: lay in the session
SemiSupervisedResult FiveOrMore() => oddBoth[0];

// %% 11.change wrong: not trained
SemiSupervisedResult FiveOrMore() =>
    (run with { Question = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], LabelsPerClass = 20, Epochs = 0 }).Train(digits);

// %% 11.explore
int Enough() => new[] { 1, 2, 4, 8, 16, 32, 64 }.First(n => Alone(n) >= WithCode());

// %% 11.explore right: by halving
int Enough()
{
    var n = 100;
    while (Alone(n / 2) >= WithCode()) n /= 2;
    return n;
}

// %% 11.explore right: one more at a time
int Enough() => Enumerable.Range(1, 100).First(n => Alone(n) >= WithCode());

// %% 11.explore right: by three halves
int Enough()
{
    var n = 2;
    while (Alone(n) < WithCode()) n = (3 * n + 1) / 2;
    return n;
}

// %% 11.explore wrong: plenty
int Enough() => 100;

// %% 11.explore wrong: one
int Enough() => 1;

// %% 11.explore wrong: out of bounds
int Enough() => 1000;

// %% 11.bug
static double RealAlpha(double α, int labelled, int batch) => α / (α + (1 - α) * labelled / batch);

// %% 11.bug right: from the ratio of weights
static double RealAlpha(double α, int labelled, int batch)
{
    var ratio = α / (1 - α) * batch / labelled;
    return ratio / (1 + ratio);
}

// %% 11.bug right: without fractions
static double RealAlpha(double α, int labelled, int batch) => α * batch / (α * batch + (1 - α) * labelled);

// %% 11.bug right: one less the label's share
static double RealAlpha(double α, int labelled, int batch)
{
    var (picture, label) = (α, (1 - α) * ((double)labelled / batch));
    return 1 - label / (picture + label);
}

// %% 11.bug wrong: the factor alone
static double RealAlpha(double α, int labelled, int batch) => labelled / (double)batch;

// %% 11.bug wrong: α times the factor
static double RealAlpha(double α, int labelled, int batch) => α * batch / labelled;

// %% 11.bug wrong: the inverse factor
static double RealAlpha(double α, int labelled, int batch) => α / (α + (1 - α) * batch / labelled);

// %% 11.bug wrong: whole numbers
static double RealAlpha(double α, int labelled, int batch) => α / (α + (1 - α) * (labelled / batch));
