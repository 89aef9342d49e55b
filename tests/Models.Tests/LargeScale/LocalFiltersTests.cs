using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class LocalFiltersTests
{
    [Fact]
    public void With_the_same_filters_at_every_place_it_is_a_convolution()
    {
        using var scope = NewDisposeScope();
        var filters = new LocalFilters(channels: 2, side: 7, field: 3, maps: 4, new Generator(1));
        var kernels = randn([4, 2, 3, 3], generator: new Generator(2));
        using (no_grad()) filters.Weight.copy_(kernels.reshape(1, 4, 18).expand(25, 4, 18));
        var x = randn([5, 2, 7, 7], generator: new Generator(3));
        Assert.True(nn.functional.conv2d(x, kernels).allclose(filters.call(x), rtol: 1e-5, atol: 1e-5));
    }

    [Fact]
    public void A_filter_at_one_place_answers_for_that_place_alone()
    {
        using var scope = NewDisposeScope();
        var filters = new LocalFilters(channels: 1, side: 3, field: 2, maps: 1, new Generator(1));
        using (no_grad()) filters.Weight.copy_(tensor(new float[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1 }).reshape(4, 1, 4));
        var x = arange(1, 10, dtype: float32).reshape(1, 1, 3, 3);                  // 1 2 3 / 4 5 6 / 7 8 9
        Assert.Equal([1f, 3f, 7f, 5f + 6 + 8 + 9], filters.call(x).reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Painting_back_is_the_transpose()
    {
        using var scope = NewDisposeScope();
        var filters = new LocalFilters(channels: 3, side: 6, field: 4, maps: 5, new Generator(1));
        var x = randn([1, 3, 6, 6], generator: new Generator(2));
        var a = randn([1, 5, 3, 3], generator: new Generator(3));
        Assert.Equal((filters.call(x) * a).sum().ToDouble(), (x * filters.Transposed(a)).sum().ToDouble(), 1e-4);    // ⟨W x, a⟩ = ⟨x, Wᵀ a⟩
    }

    [Fact]
    public void First_filters_are_unit_vectors_decided_by_the_seed()
    {
        using var scope = NewDisposeScope();
        var filters = new LocalFilters(1, 5, 3, 2, new Generator(4));
        Assert.True(filters.Weight.square().sum(2).allclose(ones(9, 2)));
        Assert.True(filters.Weight.allclose(new LocalFilters(1, 5, 3, 2, new Generator(4)).Weight, rtol: 0, atol: 0));
        Assert.False(filters.Weight.allclose(new LocalFilters(1, 5, 3, 2, new Generator(5)).Weight));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Assert.StartsWith("field: expected 1 to 5, the side of the image, got 6.", Assert.Throws<ArgumentException>(() => new LocalFilters(1, 5, 6, 2, new Generator(1))).Message);
        Assert.StartsWith("maps: expected 1 or more, got 0.", Assert.Throws<ArgumentException>(() => new LocalFilters(1, 5, 3, 0, new Generator(1))).Message);
        using var filters = new LocalFilters(1, 5, 3, 2, new Generator(1));
        Assert.StartsWith("x: expected (N, 1, 5, 5), got (2, 25).", Assert.Throws<ArgumentException>(() => filters.call(zeros(2, 25))).Message);
    }
}
