using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The loss over data that are not trained on: the held-out negative log-likelihood, when the loss is one.</summary>
public static class MeanLoss
{
    /// <summary>Each term's mean over all examples, in evaluation mode and without a graph; the model is left as it was.</summary>
    /// <param name="model">What the loss evaluates, so that dropout and its kin can be switched off.</param>
    /// <param name="batches">The data: their first epoch.</param>
    /// <param name="loss">The mean over a batch.</param>
    public static IReadOnlyDictionary<string, double> Over<TBatch>(
        nn.Module model, IBatches<TBatch> batches, Func<TBatch, LossTerms> loss)
    {
        var wasTraining = model.training;
        model.eval();
        try
        {
            using var _ = no_grad();
            using var ledger = new LossLedger();
            foreach (var batch in batches.Epoch(0))
            {
                using var scope = NewDisposeScope();
                ledger.Record(loss(batch), batches.Examples(batch));
            }
            ledger.Read();
            return ledger.Means();
        }
        finally
        {
            model.train(wasTraining);
        }
    }
}
