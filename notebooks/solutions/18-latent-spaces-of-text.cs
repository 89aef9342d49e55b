// Answers to the exercises of notebook 18. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 18.compute
static double PerToken(double[] nats, double[] tokens) => nats.Sum() / tokens.Sum();

// %% 18.compute right: means of both
static double PerToken(double[] nats, double[] tokens) => nats.Average() / tokens.Average();

// %% 18.compute right: each sentence weighed by its tokens
static double PerToken(double[] nats, double[] tokens) =>
    nats.Zip(tokens, (a, t) => a / t * (t / tokens.Sum())).Sum();

// %% 18.compute wrong: the mean of quotients
static double PerToken(double[] nats, double[] tokens) => nats.Zip(tokens, (a, t) => a / t).Average();

// %% 18.compute wrong: per sentence
static double PerToken(double[] nats, double[] tokens) => nats.Average();

// %% 18.compute wrong: the other way round
static double PerToken(double[] nats, double[] tokens) => tokens.Sum() / nats.Sum();

// %% 18.change
static Tensor Drop(Tensor x, Tensor u, double rate) =>
    where(u.lt(rate).logical_and(x.ne(0)).logical_and(x.ne(2)), ones_like(x), x);

// %% 18.change right: filled where a mask says so
static Tensor Drop(Tensor x, Tensor u, double rate)
{
    var word = x.ne(0).logical_and(x.ne(2));
    return x.masked_fill(word.logical_and(u.lt(rate)), 1);
}

// %% 18.change right: number by number
static Tensor Drop(Tensor x, Tensor u, double rate)
{
    var y = x.clone();
    for (var i = 0; i < x.shape[0]; i++)
        for (var t = 0; t < x.shape[1]; t++)
            if (x[i, t].ToInt64() is not (0 or 2) && u[i, t].ToDouble() < rate) y[i, t] = 1;
    return y;
}

// %% 18.change wrong: the start and the padding, too
static Tensor Drop(Tensor x, Tensor u, double rate) => where(u.lt(rate), ones_like(x), x);

// %% 18.change wrong: the rate is that of words that stay
static Tensor Drop(Tensor x, Tensor u, double rate) =>
    where(u.gt(rate).logical_and(x.ne(0)).logical_and(x.ne(2)), ones_like(x), x);

// %% 18.change wrong: padding stands for a hidden word
static Tensor Drop(Tensor x, Tensor u, double rate) =>
    where(u.lt(rate).logical_and(x.ne(2)), zeros_like(x), x);

// %% 18.arae
string InIt() => "ad";

// %% 18.arae right: in words
string InIt() => "(a) and (d)";

// %% 18.arae right: in capitals
string InIt() => "D, A";

// %% 18.arae wrong: as a variational autoencoder
string InIt() => "ab";

// %% 18.arae wrong: the divergence as well
string InIt() => "abd";

// %% 18.arae wrong: a bound
string InIt() => "ae";

// %% 18.recall
string So() => "bc";

// %% 18.recall right: in words
string So() => "(b) and (c)";

// %% 18.recall right: in capitals
string So() => "C, B";

// %% 18.recall wrong: a low bound for a code that says much
string So() => "bcd";

// %% 18.recall wrong: a code always helps
string So() => "abc";

// %% 18.recall wrong: one of two
string So() => "c";

// %% 18.explore
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 2 };

// %% 18.explore right: a few words hidden as well
SentenceVaeRun Mine() => both[0].Run with { BatchSize = 32, WordDropout = 0.1, AnnealingEpochs = 2, Epochs = 3 };

// %% 18.explore right: batches of 16
SentenceVaeRun Mine() => vae with { Seed = 1, BatchSize = 16, AnnealingEpochs = 2 };

// %% 18.explore wrong: longer
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 2, Epochs = 6 };

// %% 18.explore wrong: a cheaper code
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 2, Beta = 0.5 };

// %% 18.explore wrong: free nats
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 2, FreeNats = 0.2 };

// %% 18.explore wrong: a cheaper code by annealing that never ends
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 6 };

// %% 18.explore wrong: another seed
SentenceVaeRun Mine() => vae with { BatchSize = 32, AnnealingEpochs = 2, Seed = 3 };
