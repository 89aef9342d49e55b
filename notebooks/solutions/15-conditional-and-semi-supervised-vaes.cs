// Answers to the exercises of notebook 15. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 15.change
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random)
{
    var corners = quarter.Given(image).expand(count, quarter.GivenSize);
    return quarter.Joined(corners, model.Sample(corners, random));
}

// %% 15.change right: by the prior and the decoder
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random)
{
    using var _ = no_grad();
    var corners = quarter.Given(image.repeat(count, 1));
    return quarter.Joined(corners, model.Decode(model.Prior(corners).Sample(random), corners));
}

// %% 15.change right: one after the other
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random) =>
    cat([.. Enumerable.Range(0, count).Select(_ => quarter.Joined(quarter.Given(image), model.Sample(quarter.Given(image), random)))]);

// %% 15.change wrong: one answer five times
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random) =>
    quarter.Joined(quarter.Given(image), model.Sample(quarter.Given(image), random)).repeat(count, 1);

// %% 15.change wrong: the image itself
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random) => image.repeat(count, 1);

// %% 15.change wrong: a generator of its own
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random)
{
    var corners = quarter.Given(image).expand(count, quarter.GivenSize);
    return quarter.Joined(corners, model.Sample(corners, new Generator(1)));
}

// %% 15.change wrong: noise of no model
Tensor Completions(ConditionalVae model, Quadrants quarter, Tensor image, int count, Generator random)
{
    var corners = quarter.Given(image).expand(count, quarter.GivenSize);
    return quarter.Joined(corners, Draws.Uniform([count, quarter.MissingSize], random));
}

// %% 15.letters
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => model.Loss(y, x, random);

// %% 15.letters right: by their names
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => model.Loss(x: y, c: x, random: random).Total;

// %% 15.letters right: from its parts
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random)
{
    var (p, q) = (model.Prior(x), model.Posterior(y, x));
    var z = q.Sample(random);
    return model.Likelihood.Loss(model.Parameters(z, x), y) + q.Divergence(p).sum(1).mean();
}

// %% 15.letters wrong: as printed
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => model.Loss(x, y, random);

// %% 15.letters wrong: the target in both places
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => model.Loss(y, y, random);

// %% 15.letters wrong: the divergence alone
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => model.Loss(y, x, random)["divergence"];

// %% 15.letters wrong: the sign of the bound
static Tensor Nats(ConditionalVae model, Tensor x, Tensor y, Generator random) => -model.Loss(y, x, random).Total;

// %% 15.compute
static double U(double[] q, double[] L) => q.Zip(L, (p, loss) => p * (loss + Math.Log(p))).Sum();

// %% 15.compute right: in two sums
static double U(double[] q, double[] L)
{
    var entropy = -q.Sum(p => p * Math.Log(p));
    return q.Zip(L, (p, loss) => p * loss).Sum() - entropy;
}

// %% 15.compute right: by the library
static double U(double[] q, double[] L) => SemiSupervisedVae.Marginal(tensor(L).unsqueeze(0), tensor(q).log().unsqueeze(0)).ToDouble();

// %% 15.compute wrong: entropy added
static double U(double[] q, double[] L) => q.Zip(L, (p, loss) => p * (loss - Math.Log(p))).Sum();

// %% 15.compute wrong: no entropy
static double U(double[] q, double[] L) => q.Zip(L, (p, loss) => p * loss).Sum();

// %% 15.compute wrong: bits
static double U(double[] q, double[] L) => q.Zip(L, (p, loss) => p * (loss + Math.Log2(p))).Sum();

// %% 15.compute wrong: every class alike
static double U(double[] q, double[] L) => L.Average() + q.Sum(p => p * Math.Log(p));

// %% 15.bug
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum() - α * logQ.mean();

// %% 15.bug right: in one vector
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => cat([L, U]).sum() + α * (-logQ).mean();

// %% 15.bug right: the mean by hand
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum() + (-logQ).sum() * α / logQ.shape[0];

// %% 15.bug wrong: as printed
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum();

// %% 15.bug wrong: a sum over the labelled
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum() - α * logQ.sum();

// %% 15.bug wrong: the sign
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum() + α * logQ.mean();

// %% 15.bug wrong: α forgotten
static Tensor J(Tensor L, Tensor U, Tensor logQ, double α) => L.sum() + U.sum() - logQ.mean();

// %% 15.recall
string Needed() => "bc";

// %% 15.recall right
string Needed() => "(b) and (c)";

// %% 15.recall right: the other way round
string Needed() => "C, B";

// %% 15.recall wrong: the classifier too
string Needed() => "abc";

// %% 15.recall wrong: a hand from the prior
string Needed() => "cd";

// %% 15.recall wrong: the decoder alone
string Needed() => "c";

// %% 15.explore
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() =>
    (m1Run with { LatentSize = 50, Epochs = 20 }, m2 with { HiddenSizes = [256], LatentSize = 20, LearningRate = 2e-3, Epochs = 20 });

// %% 15.explore right: longer
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() => (m1Run with { Epochs = 20 }, m2 with { Epochs = 20, LearningRate = 3e-3 });

// %% 15.explore right: smaller batches
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() =>
    (m1Run with { LatentSize = 50, Epochs = 20, Schedule = Schedule.Cosine(20) }, m2 with { BatchSize = 64, HiddenSizes = [256], LearningRate = 2e-3, Epochs = 20 });

// %% 15.explore wrong: more labels
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() => (m1Run, m2 with { LabelsPerClass = 50 });

// %% 15.explore wrong: more images
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() => (m1Run with { Examples = 60_000 }, m2);

// %% 15.explore wrong: another draw of labels
(VaeRun M1, SemiSupervisedVaeRun M2) Mine() => (m1Run, m2 with { Seed = 3 });
