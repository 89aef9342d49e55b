using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values for parameters. Each function overwrites a tensor, outside of autograd, and returns it.</summary>
        public static class init
        {
            private static readonly Operator qr = new("linalg_qr");

            /// <summary>What follows a layer: its gain keeps the variance of activations.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,
                /// <summary>Nothing but a convolution.</summary>
                Conv1D = 1,
                /// <summary>Nothing but a convolution.</summary>
                Conv2D = 2,
                /// <summary>Nothing but a convolution.</summary>
                Conv3D = 3,
                /// <summary>Nothing but a transposed convolution.</summary>
                ConvTranspose1D = 4,
                /// <summary>Nothing but a transposed convolution.</summary>
                ConvTranspose2D = 5,
                /// <summary>Nothing but a transposed convolution.</summary>
                ConvTranspose3D = 6,
                /// <summary>σ(x).</summary>
                Sigmoid = 7,
                /// <summary>tanh x.</summary>
                Tanh = 8,
                /// <summary>max(0, x).</summary>
                ReLU = 9,
                /// <summary>x where x ≥ 0, else a slope times x.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Whose variance is kept.</summary>
            public enum FanInOut
            {
                /// <summary>That of activations on the way forward.</summary>
                FanIn = 0,
                /// <summary>That of gradients on the way back.</summary>
                FanOut = 1,
            }

            /// <summary>The recommended gain: √2 for ReLU, 5/3 for tanh, √(2 / (1 + slope²)) for a leaky ReLU, else 1.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>Inputs and outputs of one unit: sizes of the second and first dimension, times the elements of a kernel.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"tensor: expected at least two dimensions (out, in, …), got ({string.Join(", ", shape)}).", nameof(tensor));
                var kernel = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * kernel, shape[0] * kernel);
            }

            /// <summary>All ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>All zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>All the same value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var frozen = no_grad();
                return tensor.fill_(val);
            }

            /// <summary>The identity matrix, or as much of it as fits.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                using var frozen = no_grad();
                using var identity = eye(tensor.shape[0], tensor.shape[1], dtype: tensor.dtype, device: tensor.device);
                return tensor.copy_(identity);
            }

            /// <summary>Kernels (out, in, …) that pass channel i on as channel i, as long as there are channels.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                var middle = tensor.shape.Skip(2).Select(size => size / 2).ToArray();
                tensor.zero_();
                for (var channel = 0L; channel < Math.Min(tensor.shape[0], tensor.shape[1]); channel++)
                    tensor[[TensorIndex.Single(channel), TensorIndex.Single(channel), .. middle.Select(size => TensorIndex.Single(size))]] = 1.0;
                return tensor;
            }

            /// <summary>U(low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var frozen = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            /// <summary>N(mean, std²).</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var frozen = no_grad();
                return tensor.normal_(mean, std, generator);
            }

            /// <summary>N(mean, std²) cut off below a and above b, by inverting the distribution function.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                double Below(double x) => 0.5 * (1 + torch.tensor((x - mean) / std / Math.Sqrt(2)).erf().ToDouble());
                tensor.uniform_(2 * Below(a) - 1, 2 * Below(b) - 1, generator);
                tensor.copy_(tensor.erfinv() * (std * Math.Sqrt(2)) + mean);
                return tensor.clamp_(a, b);
            }

            /// <summary>U(−g, g) with g = gain √(6 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = gain * Math.Sqrt(2.0 / (fanIn + fanOut)) * Math.Sqrt(3);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² · 2 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (fanIn + fanOut)));
            }

            /// <summary>The same as <see cref="xavier_uniform_"/>.</summary>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>The same as <see cref="xavier_normal_"/>.</summary>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>U(−g, g) with g = gain √(3 / fan) (He et al. 2015, arXiv:1502.01852).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * Kaiming(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>N(0, gain² / fan) (He et al. 2015, arXiv:1502.01852).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, Kaiming(tensor, a, mode, nonlinearity));

            private static double Kaiming(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            /// <summary>Orthonormal rows, or columns where there are fewer of them, times a gain (Saxe et al. 2014, arXiv:1312.6120).</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                var (rows, columns) = (tensor.shape[0], tensor.numel() / tensor.shape[0]);
                var drawn = empty([rows, columns], dtype: tensor.dtype, device: tensor.device).normal_();
                var (q, r) = qr.Call2(rows < columns ? drawn.t() : drawn);
                q *= r.diagonal().sign();                                    // makes Q uniform over the orthogonal matrices
                tensor.copy_((rows < columns ? q.t() : q).reshape(tensor.shape));
                return tensor.mul_(gain);
            }

            /// <summary>N(0, std²) with a share of each column's elements, chosen at random, set to zero (Martens 2010).</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                var zeros = (long)Math.Ceiling(sparsity * tensor.shape[0]);
                tensor.normal_(0, std);
                for (var column = 0L; column < tensor.shape[1]; column++)
                {
                    var chosen = randperm(tensor.shape[0])[TensorIndex.Slice(0, zeros)];
                    tensor[TensorIndex.Tensor(chosen), TensorIndex.Single(column)] = 0.0;
                }
                return tensor;
            }
        }
    }
}
