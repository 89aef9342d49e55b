using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Python's x[i, j:k, None, ..., mask]: a view, or a copy where an index is a tensor.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign([i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => Selected([i1, i2]);
            set => Assign([i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Selected([i1, i2, i3]);
            set => Assign([i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Selected([i1, i2, i3, i4]);
            set => Assign([i1, i2, i3, i4], value);
        }

        public Tensor this[params long[] indices]
        {
            get => Selected(indices);
            set => Assign(indices, value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, chosen) = Basic(indices);
            return chosen is null ? view : Operators.index_Tensor.Call(view, Argument.Optional(chosen));
        }

        public Tensor index(params Tensor[] indices) => Operators.index_Tensor.Call(this, Argument.Optional(indices));

        /// <summary>Overwrites the elements an index names; with <paramref name="accumulate"/>, adds to them.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, chosen) = Basic(indices);
            if (chosen is not null) Operators.index_put_.In(view, Argument.Optional(chosen), value.to_type(dtype), accumulate);
            else if (accumulate) view.add_(value);
            else view.copy_(value);
            return this;
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Operators.index_put_.In(this, Argument.Optional(indices), value.to_type(dtype), accumulate);
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        private Tensor Selected(ReadOnlySpan<long> indices)
        {
            var chosen = this;
            foreach (var i in indices) chosen = chosen.select(0, i);
            return chosen;
        }

        private void Assign(ReadOnlySpan<long> indices, Tensor value) => Selected(indices).copy_(value);

        /// <summary>The view that numbers, slices and new dimensions make, and the tensors left to index it with.</summary>
        private (Tensor View, Tensor?[]? Chosen) Basic(TensorIndex[] indices)
        {
            var view = this;
            var at = 0;
            var chosen = new List<Tensor?>();
            foreach (var index in indices)
            {
                switch (index.What)
                {
                    case TensorIndex.Kind.Single: view = view.select(at, index.Start!.Value); break;
                    case TensorIndex.Kind.Slice: view = Sliced(view, at++, index); break;
                    case TensorIndex.Kind.None: view = view.unsqueeze(at++); break;
                    case TensorIndex.Kind.Ellipsis: at += (int)(view.Dimensions - at) - Consumed(indices); break;
                    case TensorIndex.Kind.Bool:
                        view = view.unsqueeze(at);
                        Choose(chosen, at++, tensor(new[] { index.Start == 1 }, device: device));
                        break;
                    default:
                        Choose(chosen, at, index.Chosen!);
                        at += index.Chosen!.dtype == ScalarType.Bool ? (int)index.Chosen.Dimensions : 1;
                        break;
                }
            }
            if (chosen.Count == 0) return (ReferenceEquals(view, this) ? alias() : view, null);
            return (view, [.. chosen]);
        }

        private static Tensor Sliced(Tensor view, long dim, in TensorIndex index) =>
            index.Start is null && index.Stop is null && index.Step is null
                ? view
                : Operators.slice_Tensor.Call(view, dim, index.Start, index.Stop, index.Step ?? 1);

        private static void Choose(List<Tensor?> chosen, int at, Tensor index)
        {
            while (chosen.Count < at) chosen.Add(null);
            chosen.Add(index);
        }

        // How many dimensions the indices behind the ellipsis stand for.
        private static int Consumed(TensorIndex[] indices) => indices
            .SkipWhile(index => index.What != TensorIndex.Kind.Ellipsis)
            .Sum(index => index.What switch
            {
                TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                TensorIndex.Kind.Tensor => index.Chosen!.dtype == ScalarType.Bool ? (int)index.Chosen.Dimensions : 1,
                _ => 0,
            });
    }
}
