using TorchSharp;
using TorchSharp.Modules;
using Workbook.Data;
using Workbook.Engine;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>One adversarially regularised autoencoder trained on sentences: three losses that take turns at every batch.</summary>
/// <remarks><code>var result = new AraeRun().AtScale().Train(corpus);</code> Zhao et al. (2018), arXiv:1706.04223, algorithm 1. Notebook 18.</remarks>
public sealed record AraeRun : SentenceRun, IRun<AraeRun>
{
    /// <summary>L, the numbers in a code. Default: 16.</summary>
    public int CodeSize { get; init; } = 16;

    /// <summary>The deviation of what is added to each number of a code before it is decoded, at the start; it falls to nothing over the training. Default: 0.2, the paper's.</summary>
    public double Noise { get; init; } = 0.2;

    /// <summary>Steps of the critic at each batch. Default: 5, the paper's.</summary>
    public int CriticSteps { get; init; } = 5;

    /// <summary>Adam's step size of the critic. Default: 0.0005.</summary>
    public double CriticRate { get; init; } = 5e-4;

    /// <summary>Adam's step size of encoder and generator against the critic. Default: 0.0005.</summary>
    public double AdversarialRate { get; init; } = 5e-4;

    /// <summary>One epoch of 1,000 sentences.</summary>
    public AraeRun Smoke() => this with { Epochs = Math.Min(Epochs, 1), Examples = Math.Min(Examples, 1000), CriticSteps = Math.Min(CriticSteps, 2) };

    /// <summary>Twice the epochs.</summary>
    public AraeRun Longer() => this with { Epochs = 2 * Epochs };

    /// <summary>Trains on the training part.</summary>
    /// <exception cref="ArgumentException">Some row of the corpus is no sentence, or a setting is out of its range.</exception>
    public AraeResult Train(Corpus corpus)
    {
        CriticSteps.RequireSize();
        RequireNothingAside("its three losses have no common minimum");
        var model = new AdversarialSentenceAutoencoder(TokensOf(corpus), CodeSize, WordSize, HiddenSize, FirstWeights);
        model.to(Compute.Device);
        using var random = new Generator((ulong)Seed);
        using var autoencoder = new OnePassAdamW(model.OfAutoencoder, lr: LearningRate, weight_decay: 0);
        using var critic = new OnePassAdamW(model.OfCritic, lr: CriticRate, beta1: 0.5, weight_decay: 0);
        using var against = new OnePassAdamW(model.AgainstCritic, lr: AdversarialRate, beta1: 0.5, weight_decay: 0);
        var batches = InBatches(corpus);
        var (history, steps) = (new List<AraeLosses>(), (long)Math.Round(Epochs * batches.PerEpoch));
        for (var done = 0L; done < steps;)
        {
            var (reconstruction, distance, count) = (0.0, 0.0, 0);
            foreach (var x in batches.Epoch((int)(done / batches.PerEpoch)))
            {
                if (done == steps) break;
                using var scope = NewDisposeScope();
                reconstruction += Reconstruct(model, autoencoder, x, Noise * (1 - (double)done / steps), random);
                distance += Criticise(model, critic, x, random);
                Deceive(model, against, x, random);
                (done, count) = (done + 1, count + 1);
            }
            history.Add(new(reconstruction / count, distance / count));
        }
        var heldOut = PerSentence(corpus.Test, x => model.LogLikelihood(x, model.Encode(x)));
        return new(this, model, history, SentenceNats.Of(-heldOut, model.Tokens, corpus.Test));
    }

    // 1. Encoder and decoder: −log p(x | c).
    private static double Reconstruct(AdversarialSentenceAutoencoder model, OptimizerHelper step, Tensor x, double noise, Generator random) =>
        Descend(step, model.Reconstruction(x, random, noise));

    // 2. The critic, some steps on the same sentences: ⟨f(c̃)⟩ − ⟨f(c)⟩. What comes back is how far apart it sees the two at last.
    private double Criticise(AdversarialSentenceAutoencoder model, OptimizerHelper step, Tensor x, Generator random)
    {
        using var scope = NewDisposeScope();
        using var codes = Rowwise.Map(x, model.Encode);                             // without a graph: they are the same for every step
        var loss = 0.0;
        for (var k = 0; k < CriticSteps; k++)
        {
            loss = Descend(step, model.CriticLoss(codes, model.Generate((int)x.shape[0], random)));
            model.ClipCritic();
        }
        return -loss;
    }

    // 3. Encoder and generator: ⟨f(c)⟩ − ⟨f(c̃)⟩.
    private static void Deceive(AdversarialSentenceAutoencoder model, OptimizerHelper step, Tensor x, Generator random) =>
        Descend(step, model.AdversarialLoss(model.Encode(x), model.Generate((int)x.shape[0], random)));

    private static double Descend(OptimizerHelper step, Tensor loss)
    {
        step.zero_grad();
        loss.backward();
        step.step();
        return loss.ToDouble();
    }
}

/// <summary>The losses of one epoch, each a mean over its batches.</summary>
/// <param name="Reconstruction">⟨−log p(x | c)⟩, in nats per sentence.</param>
/// <param name="Distance">⟨f(c)⟩ − ⟨f(c̃)⟩, how far apart the critic sees codes of sentences and generated ones; its unit is the critic's own.</param>
public sealed record AraeLosses(double Reconstruction, double Distance);

/// <summary>A trained ARAE.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Model">The network.</param>
/// <param name="Losses">Of each epoch.</param>
/// <param name="Reconstruction">⟨−log p(x | c)⟩ of the held-out sentences, without noise.</param>
public sealed record AraeResult(AraeRun Run, AdversarialSentenceAutoencoder Model, IReadOnlyList<AraeLosses> Losses, SentenceNats Reconstruction) : IDisposable
{
    /// <summary>Frees the network.</summary>
    public void Dispose() => Model.Dispose();

    /// <summary>The result in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Model.GetName()}, {Run.Epochs:0.##} epochs: {Reconstruction} to write a held-out sentence whose code is known");
}
