using System.Diagnostics;
using Workbook.Engine;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Benchmarks;

/// <summary>Where the time of a training step goes, in parts that add up to the whole, beside its matrix products alone.</summary>
/// <remarks>
/// The calls are what the same operators take on vectors of one or two numbers, where there is next to nothing to compute: entering and
/// leaving them, tensors made and freed, the graph. What no other part accounts for is element-wise work and the memory it moves. Medians
/// over rounds in which all parts take their turns.
/// </remarks>
internal static class Breakdown
{
    private const int Rounds = 15, Repeats = 40, Batch = 128, TreesAStep = 25, Size = 25;

    /// <summary>Prints the parts of the step of a variational autoencoder, 784-400-20, batches of 128.</summary>
    public static void Vae()
    {
        var random = new Generator(1);
        var data = Images.Read(random);
        var (model, small) = (new GaussianVae([784, 400, 20], new BernoulliLikelihood(), random), new GaussianVae([2, 2, 1], new BernoulliLikelihood(), random));
        var (x, little, rows) = (data.narrow(0, 0, Batch), rand(1, 2, generator: random), randint(0, data.shape[0], [Batch], dtype: int64, generator: random));
        Action[] products = [.. new (int In, int Out)[] { (784, 400), (400, 40), (20, 400), (400, 784) }.Select((layer, i) => Products(Batch, layer.In, layer.Out, intoInput: i > 0))];
        Print($"VAE 784-400-20, batch {Batch}", new(model, () => model.Loss(x, random)), new(small, () => small.Loss(little, random)),
            () => data.index_select(0, rows), () => Array.ForEach(products, product => product()));
    }

    /// <summary>Prints the parts of the step of a recursive network, vectors of 25, 25 trees.</summary>
    public static void Trees(string path)
    {
        Tree[] trees = [.. Benchmarks.Trees.Read(path).Take(TreesAStep)];
        var batch = new TreeBatch(trees);
        var words = (int)batch.LargestWord + 1;
        var (model, small) = (new RecursiveNetwork(words, Size, 5, new Generator(1)), new RecursiveNetwork(words, 1, 5, new Generator(1)));
        Action[] products = [.. batch.Levels.Select(level => Products(level.Count, 2 * Size, Size, intoWeight: false)), Weights(batch.Phrases, 2 * Size, Size), Products(batch.Nodes.Count, Size, 5)];
        Print($"recursive network, vectors of {Size}, {TreesAStep} trees, {batch.Levels.Count} levels", new(model, () => model.Loss(batch)), new(small, () => small.Loss(batch)),
            () => { }, () => Array.ForEach(products, product => product()));
    }

    // The products of an affine layer, forward and back: x Wᵀ, then δ W for its input and δᵀ x for W.
    private static Action Products(long rows, int inputs, int outputs, bool intoInput = true, bool intoWeight = true)
    {
        var (x, weight, delta) = (rand(rows, inputs), rand(outputs, inputs), rand(rows, outputs));
        var ofWeight = Weights(rows, inputs, outputs);
        return () =>
        {
            x.mm(weight.t());
            if (intoInput) delta.mm(weight);
            if (intoWeight) ofWeight();
        };
    }

    private static Action Weights(long rows, int inputs, int outputs)
    {
        var (x, delta) = (rand(rows, inputs), rand(rows, outputs));
        return () => delta.t().mm(x);
    }

    private static void Print(string what, Step step, Step small, Action batch, Action products)
    {
        var losses = step.Loss();
        step.Whole();
        var times = Medians(
            ("whole", Whole),
            ("matrix products", products), ("optimiser", step.Optimise), ("batch by index", batch), ("losses looked at", () => Look(losses)),
            ("calls", small.WithoutOptimiser));
        Console.WriteLine($"{what}; {get_num_threads()} threads");
        var rest = 2 * times["whole"] - times.Values.Sum();
        foreach (var (name, time) in times.Append(new("element-wise", rest))) Console.WriteLine(FormattableString.Invariant($"  {name,-18}{time,8:F3} ms {100 * time / times["whole"],4:F0} %"));
        Console.WriteLine(FormattableString.Invariant($"  {times["whole"] / times["matrix products"]:F2} times its matrix products alone"));

        void Whole()
        {
            batch();
            step.Whole();
            Look(losses);
        }

        static void Look(LossTerms losses) => losses.Values().data<double>().ToArray();
    }

    private static Dictionary<string, double> Medians(params (string Name, Action Work)[] parts)
    {
        var times = parts.ToDictionary(part => part.Name, _ => new List<double>());
        for (var round = -2; round < Rounds; round++)                               // two to warm up
            foreach (var (name, work) in parts)
            {
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < Repeats; i++)
                {
                    using var scope = NewDisposeScope();
                    work();
                }
                if (round >= 0) times[name].Add(clock.Elapsed.TotalMilliseconds / Repeats);
            }
        return times.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ElementAt(Rounds / 2));
    }

    /// <summary>A training step on one batch.</summary>
    private sealed class Step(nn.Module model, Func<LossTerms> loss)
    {
        private readonly OnePassAdamW adam = new(model.parameters(), lr: 1e-3, weight_decay: 0);

        public LossTerms Loss() => loss();

        public void Whole()
        {
            WithoutOptimiser();
            Optimise();
        }

        public void WithoutOptimiser()
        {
            adam.zero_grad();
            loss().backward();
        }

        public void Optimise() => adam.step();
    }
}
