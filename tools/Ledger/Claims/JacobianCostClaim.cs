using System.Diagnostics;
using TorchSharp;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Ledger;

/// <summary>What the stochastic penalty costs beside a plain step, and how near the exact Jacobian is to finite differences.</summary>
internal sealed class JacobianCostClaim : Claim
{
    private const int Batch = 128, Warm = 10, Steps = 60;

    public override string Name => "jacobian-cost";

    public override string What =>
        "784-1000 sigmoid layer, batch 128, Adam: median time of a step with the stochastic penalty over that of a plain one; and the largest difference between the exact Jacobian and central differences in double precision";

    public override string Published => "nowhere; Hutchinson's estimator needs one more backward pass, and training through it about doubles that";

    public override string Target => "at most 3 plain steps; at most 1e-4";

    public override string Length => "60 steps of each kind in turn";

    public override IReadOnlyDictionary<string, double> Measure(int seed)
    {
        using var scope = NewDisposeScope();
        var device = cuda.is_available() ? CUDA : CPU;
        var x = rand(Batch, 784, generator: new Generator((ulong)seed)).to(device);
        var (plain, penalised) = (Step(null), Step(new ContractiveObjective(0.1, JacobianPenalty.Stochastic, new Generator((ulong)seed))));
        var (times, both) = (new List<double>(), new List<double>());
        for (var step = 0; step < Warm + Steps; step++)                             // in turn, so that a busy moment meets both
        {
            times.Add(plain());
            both.Add(penalised());
        }
        return new Dictionary<string, double> { ["ratio"] = Median(both) / Median(times), ["difference"] = Difference(seed) };

        Func<double> Step(ContractiveObjective? objective)
        {
            var model = new TiedAutoencoder(784, 1000, new Generator((ulong)seed));
            model.to(device);
            var adam = optim.Adam(model.parameters(), lr: 1e-3);
            return () =>
            {
                using var inner = NewDisposeScope();
                var clock = Stopwatch.StartNew();
                adam.zero_grad();
                Loss(model, objective, x).backward();
                adam.step();
                if (cuda.is_available()) cuda.synchronize();
                return clock.Elapsed.TotalMilliseconds;
            };
        }
    }

    public override bool Holds(IReadOnlyDictionary<string, double> means) => means["ratio"] <= 3 && means["difference"] <= 1e-4;

    private static LossTerms Loss(TiedAutoencoder model, ContractiveObjective? objective, Tensor x) => objective?.Loss(model, x) ?? model.Loss(x);

    private static double Median(IEnumerable<double> times) => times.Skip(Warm).Order().ElementAt(Steps / 2);

    private static double Difference(int seed)
    {
        const double Shift = 1e-5;
        using var _ = no_grad();
        var model = new TiedAutoencoder(784, 50, new Generator((ulong)seed));
        model.to(float64);
        var x = rand(1, 784, dtype: float64, generator: new Generator((ulong)seed));
        var shifts = Shift * eye(784, dtype: float64);
        var columns = (model.Encode(x + shifts) - model.Encode(x - shifts)) / (2 * Shift);      // (D, K)
        return (columns.t() - Jacobian.Of(model.Encode, x)[0]).abs().max().ToDouble();
    }
}
