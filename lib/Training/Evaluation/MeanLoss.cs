using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>The loss over data that are not trained on: the held-out negative log-likelihood, when the loss is one.</summary>
public static class MeanLoss
{
    /// <summary>Each term's mean over all examples, in evaluation mode and without a graph; the model is left as it was.</summary>
    /// <param name="model">What the loss evaluates, so that dropout and its kin can be switched off.</param>
    /// <param name="batches">The data.</param>
    /// <param name="loss">The mean over a batch.</param>
    /// <param name="examplesIn">How many examples a batch holds; the first dimension of its (first) tensor if not said.</param>
    /// <exception cref="ArgumentException">There is no batch.</exception>
    public static IReadOnlyDictionary<string, double> Over<TBatch>(
        nn.Module model, IEnumerable<TBatch> batches, Func<TBatch, LossTerms> loss, Func<TBatch, long>? examplesIn = null)
    {
        var wasTraining = model.training;
        model.eval();
        try
        {
            using var _ = no_grad();
            using var ledger = new LossLedger();
            foreach (var batch in batches)
            {
                using var scope = NewDisposeScope();
                ledger.Record(loss(batch), (examplesIn ?? Batch.Examples)(batch));
            }
            ledger.Read();
            if (ledger.Rows.Count == 0) throw new ArgumentException($"{nameof(batches)}: expected one batch or more, got none.", nameof(batches));
            return ledger.Means();
        }
        finally
        {
            model.train(wasTraining);
        }
    }
}
