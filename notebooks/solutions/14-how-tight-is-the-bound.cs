// Answers to the exercises of notebook 14. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 14.gap
static double Gap(double logP, double toWrite, double toName) => logP + toWrite + toName;

// %% 14.gap right: the bound first
static double Gap(double logP, double toWrite, double toName)
{
    var elbo = -toWrite - toName;
    return logP - elbo;
}

// %% 14.gap right: as a difference of costs
static double Gap(double logP, double toWrite, double toName) => (toWrite + toName) - (-logP);

// %% 14.gap wrong: the regularisation term alone, as the handout has it
static double Gap(double logP, double toWrite, double toName) => toName;

// %% 14.gap wrong: the sign of the divergence
static double Gap(double logP, double toWrite, double toName) => logP + toWrite - toName;

// %% 14.gap wrong: the other way round
static double Gap(double logP, double toWrite, double toName) => -logP - toWrite - toName;

// %% 14.gap wrong: without the name
static double Gap(double logP, double toWrite, double toName) => logP + toWrite;

// %% 14.compute
static double LogMeanExp(double[] logW)
{
    var most = logW.Max();
    return most + Math.Log(logW.Average(a => Math.Exp(a - most)));
}

// %% 14.compute right: a tensor's
static double LogMeanExp(double[] logW) => tensor(logW).logsumexp(0).ToDouble() - Math.Log(logW.Length);

// %% 14.compute right: one after another
static double LogMeanExp(double[] logW)
{
    var sum = double.NegativeInfinity;
    foreach (var a in logW)
    {
        var (low, high) = (Math.Min(sum, a), Math.Max(sum, a));
        sum = high + Math.Log(1 + Math.Exp(low - high));
    }
    return sum - Math.Log(logW.Length);
}

// %% 14.compute wrong: it underflows
static double LogMeanExp(double[] logW) => Math.Log(logW.Average(Math.Exp));

// %% 14.compute wrong: the mean of the logarithms
static double LogMeanExp(double[] logW) => logW.Average();

// %% 14.compute wrong: a sum, not a mean
static double LogMeanExp(double[] logW) => tensor(logW).logsumexp(0).ToDouble();

// %% 14.compute wrong: the largest
static double LogMeanExp(double[] logW) => logW.Max();

// %% 14.bug
static Tensor Shares(Tensor losses) => (-losses).softmax(0);

// %% 14.bug right: by hand, the smallest taken out
static Tensor Shares(Tensor losses)
{
    var w = (losses.amin([0L], keepdim: true) - losses).exp();
    return w / w.sum(dim: 0, keepdim: true);
}

// %% 14.bug right: through logarithms
static Tensor Shares(Tensor losses) => (-losses - (-losses).logsumexp(0, keepdim: true)).exp();

// %% 14.bug wrong: as it was
static Tensor Shares(Tensor losses) => losses.softmax(0);

// %% 14.bug wrong: over the batch
static Tensor Shares(Tensor losses) => (-losses).softmax(1);

// %% 14.bug wrong: inverse losses
static Tensor Shares(Tensor losses) => (1 / losses) / (1 / losses).sum(dim: 0);

// %% 14.bug wrong: it underflows
static Tensor Shares(Tensor losses) => (-losses).exp() / (-losses).exp().sum(dim: 0);

// %% 14.change
static double Charged(Tensor kl, double λ) => kl.mean([0L]).clamp(min: λ).sum().ToDouble();

// %% 14.change right: number by number
static double Charged(Tensor kl, double λ) =>
    Enumerable.Range(0, (int)kl.shape[1]).Sum(j => Math.Max(λ, kl.select(1, j).mean().ToDouble()));

// %% 14.change right: what lies above the allowance, and the allowance
static double Charged(Tensor kl, double λ) => (functional.relu(kl.mean([0L]) - λ) + λ).sum().ToDouble();

// %% 14.change wrong: an allowance for each image
static double Charged(Tensor kl, double λ) => kl.clamp(min: λ).sum(dim: 1).mean().ToDouble();

// %% 14.change wrong: no allowance
static double Charged(Tensor kl, double λ) => kl.sum(dim: 1).mean().ToDouble();

// %% 14.change wrong: one allowance for the whole code
static double Charged(Tensor kl, double λ) => Math.Max(λ, kl.sum(dim: 1).mean().ToDouble());

// %% 14.change wrong: the allowance taken off
static double Charged(Tensor kl, double λ) => functional.relu(kl.mean([0L]) - λ).sum().ToDouble();

// %% 14.recall
string So() => "ac";

// %% 14.recall right: in words
string So() => "(a) and (c)";

// %% 14.recall right: in capitals
string So() => "C, A";

// %% 14.recall wrong: the mean of bounds too
string So() => "abc";

// %% 14.recall wrong: tighter is better
string So() => "acd";

// %% 14.recall wrong: one of two
string So() => "a";

// %% 14.explore
VaeRun Mine() => deep with { BatchSize = 16, AnnealingEpochs = 2, Schedule = Schedule.Cosine(4) };

// %% 14.explore right: one layer, in small batches
VaeRun Mine() => brief with { BatchSize = 8, Schedule = Schedule.Cosine(4) };

// %% 14.explore right: two layers
VaeRun Mine() => deep with { HiddenSizes = [300, 150], BatchSize = 16, AnnealingEpochs = 1, Schedule = Schedule.Cosine(4) };

// %% 14.explore wrong: longer
VaeRun Mine() => deep with { AnnealingEpochs = 2, Epochs = 20 };

// %% 14.explore wrong: more images
VaeRun Mine() => deep with { AnnealingEpochs = 2, Examples = 60_000 };

// %% 14.explore wrong: another bound
VaeRun Mine() => deep with { Beta = 0.1 };

// %% 14.explore wrong: a longer code
VaeRun Mine() => deep with { AnnealingEpochs = 2, LatentSize = 40 };

// %% 14.explore wrong: of grey pixels
VaeRun Mine() => deep with { AnnealingEpochs = 2, Binarise = false };
