// Solutions to the exercises of notebook 05. A section runs in place of the cell that carries its name.

// %% 05.recall
string Compared() => "b";

Check.Equal("05.recall", () => Compared().Trim().ToLower(), expected: "b",
    hint: "What goes in is spoiled. What is wanted is clean.")

// %% 05.compute
static double Best(double noisy, double s, double sigma)
{
    return noisy * s * s / (s * s + sigma * sigma);
}
Check.Close("05.compute", () => [Best(2, 1, 1), Best(2, 3, 1), Best(2, 1, 0)], [1, 1.8, 2],
    tolerance: 1e-9, hint: "Σ(Σ + σ²)⁻¹ with one number for Σ: s²/(s² + σ²).")

// %% 05.bug
Tensor Meant(DenoisingAutoencoder model, Tensor x, Tensor corrupted) =>
    model.Likelihood.Loss(model.call(corrupted), x);

var masked = half.Apply(ten, Same());
Check.Close("05.bug", () => Meant(wrapped, ten, masked).ToDouble(),
    expected: wrapped.Loss(ten, Same()).ToDouble(), tolerance: 1e-3,
    hint: "As written, the network is praised for returning the damage.")

// %% 05.change
Tensor Stroll(Tensor p, int n) =>
    n == 0 ? p : Stroll(0.5 * (p + field.Reconstruct(p)), n - 1);

var there = 0.5 * (start + field.Reconstruct(start));
Check.Close("05.change", () => Stroll(start, 2), 0.5 * (there + field.Reconstruct(there)),
    tolerance: 1e-5, hint: "p + 0.5 · (r(p) − p), and again. Reconstruct is r.")

// %% 05.explore
DenoisingAutoencoder Generalist() =>
    (run with { Corruption = new GaussianNoise(0.7) }).AtScale().Train(digits).Model;

double Worst(DenoisingAutoencoder model) => kinds.Max(kind => Nats(model, kind));
Check.True("05.explore", () => Worst(Generalist()) < results[1..].Max(result => Worst(result.Model)),
    hint: "Which of the specialists is the best all-round one already? Begin with its noise.")
