using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether x = y, element by element.</summary>
        public Tensor eq(Tensor target) => Operators.eq_Tensor.Call(this, target);
        public Tensor eq_(Tensor target) => Operators.eq__Tensor.In(this, target);
        public Tensor eq(Scalar target) => Operators.eq_Scalar.Call(this, target);
        public Tensor eq_(Scalar target) => Operators.eq__Scalar.In(this, target);
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether x ≠ y, element by element.</summary>
        public Tensor ne(Tensor target) => Operators.ne_Tensor.Call(this, target);
        public Tensor ne_(Tensor target) => Operators.ne__Tensor.In(this, target);
        public Tensor ne(Scalar target) => Operators.ne_Scalar.Call(this, target);
        public Tensor ne_(Scalar target) => Operators.ne__Scalar.In(this, target);
        public Tensor not_equal(Tensor target) => ne(target);
        public Tensor not_equal_(Tensor target) => ne_(target);

        /// <summary>Whether x &lt; y, element by element.</summary>
        public Tensor lt(Tensor target) => Operators.lt_Tensor.Call(this, target);
        public Tensor lt_(Tensor target) => Operators.lt__Tensor.In(this, target);
        public Tensor lt(Scalar target) => Operators.lt_Scalar.Call(this, target);
        public Tensor lt_(Scalar target) => Operators.lt__Scalar.In(this, target);
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Whether x ≤ y, element by element.</summary>
        public Tensor le(Tensor target) => Operators.le_Tensor.Call(this, target);
        public Tensor le_(Tensor target) => Operators.le__Tensor.In(this, target);
        public Tensor le(Scalar target) => Operators.le_Scalar.Call(this, target);
        public Tensor le_(Scalar target) => Operators.le__Scalar.In(this, target);
        public Tensor less_equal(Tensor target) => le(target);
        public Tensor less_equal_(Tensor target) => le_(target);

        /// <summary>Whether x &gt; y, element by element.</summary>
        public Tensor gt(Tensor target) => Operators.gt_Tensor.Call(this, target);
        public Tensor gt_(Tensor target) => Operators.gt__Tensor.In(this, target);
        public Tensor gt(Scalar target) => Operators.gt_Scalar.Call(this, target);
        public Tensor gt_(Scalar target) => Operators.gt__Scalar.In(this, target);
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Whether x ≥ y, element by element.</summary>
        public Tensor ge(Tensor target) => Operators.ge_Tensor.Call(this, target);
        public Tensor ge_(Tensor target) => Operators.ge__Tensor.In(this, target);
        public Tensor ge(Scalar target) => Operators.ge_Scalar.Call(this, target);
        public Tensor ge_(Scalar target) => Operators.ge__Scalar.In(this, target);
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Whether |x − y| ≤ atol + rtol |y|, element by element.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Operators.isclose.Call(this, other, rtol, atol, nanEqual);

        /// <summary>Whether |x − y| ≤ atol + rtol |y| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Operators.allclose.CallValue(this, target, rtol, atol, equal_nan).Integer != 0;

        /// <summary>Whether the element is among <paramref name="test_elements"/>.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Operators.isin_Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);
    }

    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.eq(target);
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);
    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.ne(target);
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);
    public static Tensor less(Tensor tensor, Tensor target) => tensor.lt(target);
    public static Tensor le(Tensor left, Tensor right) => left.le(right);
    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.le(target);
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);
    public static Tensor greater(Tensor tensor, Tensor target) => tensor.gt(target);
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);
    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.ge(target);
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
        tensor.isin(test_elements, assumeUnique, invert);
}
