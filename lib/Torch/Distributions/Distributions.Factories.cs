using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>N(loc, scale²).</summary>
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <summary>N(loc, scale²), of 32-bit numbers.</summary>
        public static Normal Normal(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        /// <summary>N(loc, scale²), of 64-bit numbers.</summary>
        public static Normal Normal(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        /// <summary>p(x) = exp(−|x − loc| / scale) / (2 · scale).</summary>
        public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

        /// <summary>p(x) = exp(−|x − loc| / scale) / (2 · scale), of 32-bit numbers.</summary>
        public static Laplace Laplace(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        /// <summary>p(x) = exp(−|x − loc| / scale) / (2 · scale), of 64-bit numbers.</summary>
        public static Laplace Laplace(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        /// <summary>Equally likely everywhere between two bounds.</summary>
        public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator);

        /// <summary>1 with a probability, or with given log-odds, else 0.</summary>
        public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

        /// <summary>1 with a probability, or with given log-odds, else 0.</summary>
        public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) =>
            new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);

        /// <summary>1 with a probability, or with given log-odds, else 0.</summary>
        public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) =>
            new(probs is { } p ? tensor(p) : null, logits is { } l ? tensor(l) : null, generator);

        /// <summary>Class numbers with given probabilities or logits along the last dimension.</summary>
        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);

        /// <summary>Class numbers, all equally likely.</summary>
        public static Categorical Categorical(int categories, Generator? generator = null) => new(full([categories], 1.0 / categories), null, generator);

        /// <summary>N(loc, Σ), with Σ given by itself, its inverse or its factor.</summary>
        public static MultivariateNormal MultivariateNormal(
            Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) =>
            new(loc, covariance_matrix, precision_matrix, scale_tril, generator);
    }
}
