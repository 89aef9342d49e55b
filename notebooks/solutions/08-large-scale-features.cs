// Solutions to the exercises of notebook 08. A section runs in place of the cell that carries its name.

// %% 08.recall
string[] Sublayers() => ["contrast", "pooling", "filter"];

Check.Equal("08.recall", () => string.Join(" ", Sublayers()), expected: "contrast pooling filter",
    hint: "An array of three words: [\"…\", \"…\", \"…\"]. Pooling and normalisation learn nothing here.")

// %% 08.compute
long Weights(int C, int side, int k, int M) => (long)(side - k + 1) * (side - k + 1) * M * C * k * k;

Check.Equal("08.compute", () => (Weights(1, 19, 6, 8), Weights(3, 200, 18, 8)), expected: (56_448L, 260_410_464L),
    hint: "There are (side − k + 1)² places, and each of M filters there has C·k² weights.")

// %% 08.bug
(int Sublayers, string Conference, int Year) Card() => (9, "ICML", 2012);

Check.Equal("08.bug", () => Card(), expected: (learned.Model.Costs.Count, "ICML", 2012),
    hint: "Count the rows of the cost table. The conference on machine learning, not the one on speech.")

// %% 08.change
Tensor Closed(Tensor w) => w / w.norm();

var w = randn([361], generator: new Generator(5));
Check.Close("08.change", () => Closed(w), expected: OptimalStimulus.Ascend(rows => rows.mv(w), rand([1, 361], generator: new Generator(6))).Pictures[0],
    tolerance: 1e-3, hint: "Cauchy and Schwarz: the inner product with a unit vector is largest along w itself.")

// %% 08.explore
double EitherWay() => Best(cat([Block(learned.Model, 3), -Block(learned.Model, 3)], 1)).Accuracy;

var both = Block(learned.Model, 3) is var r ? cat([r, -r], 1) : x;
Check.Close("08.explore", EitherWay, expected: Best(both).Accuracy, tolerance: 1e-9,
    hint: "Put the responses and their negatives side by side with cat(…, 1), then ask Best for its Accuracy.")
