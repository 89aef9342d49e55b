// Solutions to the exercises of notebook 11. A section runs in place of the cell that carries its name.

// %% 11.recall
string Changes() => "c";

Check.Equal("11.recall", () => string.Concat(Changes().ToLower().Where(char.IsLetter).Order()),
    expected: "c",
    hint: "Section 2: what does it send back when reconstruction weighs nothing?")

// %% 11.compute
static double LabelTerm(double[] surprises, int[] mask) =>
    surprises.Zip(mask, (surprise, known) => surprise * known).Sum() / Math.Max(mask.Sum(), 1);

Check.Close("11.compute",
    () => [LabelTerm([2, 9, 4, 9], [1, 0, 1, 0]), LabelTerm([7, 9], [0, 0])], [3, 0],
    tolerance: 1e-9,
    hint: "Dividing by the batch instead of by the labelled ones would give 1.5.")

// %% 11.change
SemiSupervisedRun FiveOrMore() => run with { Question = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], LabelsPerClass = 20 };

Check.True("11.change", () => FiveOrMore() is { LabelsPerClass: 20, Question: { } asked }
        && asked.SequenceEqual(Enumerable.Range(0, 10).Select(d => d < 5 ? 0 : 1)),
    hint: "run with { Question = [0, 0, …], LabelsPerClass = … }")

// %% 11.explore
int Enough() => 50;

LabelledImages First(int count) => digits.Train.OfEachClass(count, draws[0]);
Check.True("11.explore", () => Enough() is var n and > 0 and <= 100
        && network.Train(First(n), test, 10).TestAccuracy >= Probed(damaged, First(5)),
    hint: "Go to the right from the upper curve of section 5. Or double it until it does.")

// %% 11.bug
static double SilentFactor(int labelled, int batch) => labelled / (double)batch;

Check.Close("11.bug", () => [SilentFactor(50, 178), SilentFactor(1, 128)],
    [50 / 178.0, 1 / 128.0], tolerance: 1e-9,
    hint: "The sum is the same; what is it divided by, and what should it be?")
