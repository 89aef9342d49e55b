namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions: to draw from, and to ask how likely a value is.</summary>
    public static partial class distributions
    {
        /// <summary>A batch of distributions of one family. Log-probabilities and entropies are in nats.</summary>
        /// <remarks>Its tensors live until it is disposed or finalised: they belong to no dispose scope.</remarks>
        public abstract class Distribution : IDisposable
        {
            private readonly List<Tensor> owned = [];

            /// <summary>Where random numbers come from, the default generator unless given.</summary>
            protected Generator? generator;

            /// <summary>A batch of distributions.</summary>
            /// <param name="generator">Where random numbers come from.</param>
            /// <param name="batch_shape">How many independent distributions there are, along each dimension.</param>
            /// <param name="event_shape">The shape of one draw from one of them.</param>
            protected Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null) =>
                (this.generator, this.batch_shape, this.event_shape) = (generator, batch_shape ?? Size.Empty, event_shape ?? Size.Empty);

            /// <summary>How many independent distributions there are, along each dimension.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>The shape of one draw from one of them.</summary>
            public Size event_shape { get; protected set; }

            /// <summary>The expected value.</summary>
            public abstract Tensor mean { get; }

            /// <summary>The most likely value.</summary>
            /// <exception cref="NotSupportedException">The family has no single one.</exception>
            public virtual Tensor mode => throw Lacking(nameof(mode));

            /// <summary>The expected squared distance from the mean, element by element.</summary>
            public abstract Tensor variance { get; }

            /// <summary>The square root of the variance.</summary>
            public virtual Tensor stddev => WrappedTensorDisposeScope(() => variance.sqrt());

            /// <summary>Draws: (sample shape, batch shape, event shape). No gradient goes through.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var frozen = no_grad();
                return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws as a function of the parameters, through which gradients go where the family is reparameterised.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>log p(value): (…, batch shape), in nats.</summary>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>−E[log p]: (batch shape), in nats.</summary>
            public abstract Tensor entropy();

            /// <summary>The same distributions repeated along new dimensions of the batch.</summary>
            /// <exception cref="ArgumentException"><paramref name="instance"/> is given, which no family here supports.</exception>
            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            /// <summary>P(X ≤ value).</summary>
            public virtual Tensor cdf(Tensor value) => throw Lacking(nameof(cdf));

            /// <summary>The value below which X lies with the given probability.</summary>
            public virtual Tensor icdf(Tensor value) => throw Lacking(nameof(icdf));

            /// <summary>All values there are.</summary>
            public virtual Tensor enumerate_support(bool expand = true) => throw Lacking(nameof(enumerate_support));

            /// <summary>exp of the entropy.</summary>
            public virtual Tensor perplexity() => WrappedTensorDisposeScope(() => entropy().exp());

            private NotSupportedException Lacking(string what) => new($"{GetType().Name} has no {what}.");

            /// <summary>The shape of a draw: (sample shape, batch shape, event shape).</summary>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];

            private protected Tensor Owned(Tensor tensor)
            {
                var own = tensor.alias().DetachFromDisposeScope();
                owned.Add(own);
                return own;
            }

            private protected static void RequireNone(Distribution? instance)
            {
                if (instance is not null) throw new ArgumentException("instance: expected null; expand() returns a new distribution.", nameof(instance));
            }

            // log p from p, and p from its logit, with p kept a rounding step away from 0 and 1.
            private protected static Tensor LogitOf(Tensor probabilities, bool binary)
            {
                using var scope = NewDisposeScope();
                var step = probabilities.dtype == ScalarType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1;
                var kept = probabilities.clamp(step, 1 - step);
                return (binary ? kept.log() - (-kept).log1p() : kept.log()).MoveToOuterDisposeScope();
            }

            /// <summary>Frees the distribution's tensors; the generator lives on.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing) owned.ForEach(tensor => tensor.Dispose());
            }
        }
    }
}
