using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class TensorTests
{
    [Fact]
    public void Arrays_keep_their_shape_type_and_numbers()
    {
        Assert.Equal((float32, 2L), (tensor(new[,] { { 1f, 2f } }).dtype, tensor(new[,] { { 1f, 2f } }).ndim));
        Assert.Equal([1, 2, 2], tensor(new[, ,] { { { 1, 2 }, { 3, 4 } } }).shape);
        Assert.Equal(int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(int32, tensor(new[] { 1 }).dtype);
        Assert.Equal(float64, tensor(1.0).dtype);
        Assert.Equal(@bool, tensor(new[] { true }).dtype);
        Assert.Equal([1.5, -2], tensor(new[] { 1.5, -2 }).data<double>());
        Assert.Equal(float16, tensor(new[] { 1f }, dtype: float16).dtype);
    }

    [Fact]
    public void The_tensor_is_a_copy_of_the_array()
    {
        var array = new[] { 1.0, 2.0 };
        var x = tensor(array);
        array[0] = 9;
        Assert.Equal(1.0, x[0].item<double>());
    }

    [Fact]
    public void Elements_come_in_logical_order_whatever_the_strides()
    {
        var x = tensor(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } }).t();
        Assert.False(x.is_contiguous());
        Assert.Equal([1.0, 4, 2, 5, 3, 6], x.data<double>().ToArray());
        Assert.Equal(5.0, x.data<double>()[1, 1]);
        Assert.Equal([1.0, 4, 2, 5, 3, 6], x.data<double>());
    }

    [Fact]
    public void Writing_through_the_accessor_changes_the_tensor()
    {
        var x = zeros(2, 2, dtype: float64);
        x.data<double>()[1, 0] = 7;
        x.data<double>().CopyFrom([1.0, 2.0]);
        Assert.Equal([1.0, 2, 7, 0], x.data<double>());
    }

    [Fact]
    public void Bytes_written_and_read_back_are_the_same_tensor()
    {
        var x = arange(6, dtype: float64).reshape(2, 3);
        var stream = new MemoryStream();
        x.WriteBytesToStream(stream);
        Assert.Equal(48, stream.Length);
        stream.Position = 0;
        var y = zeros(2, 3, dtype: float64);
        y.ReadBytesFromStream(stream);
        Assert.True(x.Equals(y));
    }

    [Fact]
    public void Numbers_become_tensors_where_a_tensor_is_wanted()
    {
        var x = zeros(3);
        x[1] = 5f;
        Assert.Equal([0f, 5, 0], x.data<float>());
        Assert.Equal(2.5, ((Tensor)2.5).ToDouble());
    }

    [Fact]
    public void A_scalar_reads_as_any_kind_of_number()
    {
        var x = tensor(2.0);
        Assert.Equal((2f, 2.0, 2, 2L, true), (x.ToSingle(), x.ToDouble(), x.ToInt32(), x.ToInt64(), x.ToBoolean()));
        Assert.Equal(2, (int)x);
    }

    [Fact]
    public void Types_are_promoted_as_in_PyTorch()
    {
        Assert.Equal(float32, (ones(2) + tensor(1.0)).dtype);                  // a tensor of no dimensions does not widen
        Assert.Equal(float64, (ones(2) + tensor(new[] { 1.0, 1.0 })).dtype);
        Assert.Equal(float32, (arange(2) / 2).dtype);
        Assert.Equal(int64, (arange(2) * 2).dtype);
        Assert.Equal(float32, promote_types(int64, float32));
    }

    [Fact]
    public void Moving_to_the_type_a_tensor_has_costs_no_copy()
    {
        var x = ones(2);
        x.to(float32)[0] = 9f;
        Assert.Equal(9, x[0].ToSingle());
        x.to(float32, copy: true)[0] = 1f;
        Assert.Equal(9, x[0].ToSingle());
    }

    [Fact]
    public void Ranges_from_the_end_mean_what_they_mean_in_Csharp()
    {
        var x = arange(5);
        Assert.Equal([3L, 4], x[^2..].data<long>());
        Assert.Equal([0L, 1, 2, 3], x[..^1].data<long>());
        Assert.Equal(4, x[^1].ToInt64());
    }

    [Fact]
    public void An_index_out_of_range_is_an_error_that_names_it() =>
        Assert.Contains("index 7", Assert.ThrowsAny<Exception>(() => arange(5)[7]).Message);

    [Fact]
    public void In_place_operators_return_the_tensor_itself()
    {
        var x = ones(2);
        Assert.Same(x, x.add_(1).mul_(3));
        Assert.Equal([6f, 6], x.data<float>());
    }
}
