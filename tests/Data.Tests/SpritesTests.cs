using static TorchSharp.torch;

namespace Workbook.Data.Tests;

/// <summary>Pictures whose factors are known, held against geometry.</summary>
public sealed class SpritesTests
{
    private const double H = 0.16;                                                  // half a side of the full square, of the paper's width
    private static readonly Sprites Grey = new() { Binary = false, Side = 64, Scales = 3, Rotations = 8, Places = 5 };

    [Fact]
    public void There_is_every_combination_once_and_the_last_factor_runs_fastest()
    {
        var sprites = new Sprites { Scales = 2, Rotations = 4, Places = 2 };
        Assert.Equal([3, 2, 4, 2, 2], sprites.Sizes);
        Assert.Equal(96, sprites.Count);
        using var all = sprites.All();
        var rows = all.data<long>().ToArray().Chunk(5).ToArray();
        Assert.Equal([0, 0, 0, 0, 1], rows[1]);
        Assert.Equal([2, 1, 3, 1, 1], rows[95]);
        Assert.Equal([1, 0, 2, 1, 0], rows[32 + 2 * 4 + 2]);
        Assert.Equal(96, rows.Select(row => string.Join(',', row)).Distinct().Count());
    }

    [Fact]
    public void Numbers_stand_for_values_worked_by_hand()
    {
        using var factors = Rows([2, 1, 3, 0, 4]);
        using var values = Grey.Values(factors);
        Assert.Equal([2, 0.75f, (float)(2 * Math.PI * 3 / 8), 0, 1], values.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_centre_of_mass_is_where_x_and_y_say_and_the_area_is_four_h_squared_whatever_the_shape(int shape)
    {
        foreach (var (scale, rotation, x, y) in ((int, int, int, int)[])[(0, 0, 0, 0), (1, 3, 4, 1), (2, 5, 2, 3)])
        {
            using var factors = Rows([shape, scale, rotation, x, y]);
            using var picture = Grey.Draw(factors);
            var (mass, across, down) = Moments(picture.data<float>().ToArray(), 64);
            var h = H * (0.5 + 0.25 * scale);
            Assert.Equal(4 * h * h, mass / (64 * 64), 0.02 * 4 * h * h);
            Assert.Equal(1.6 * H + (1 - 3.2 * H) * x / 4, across, 0.003);
            Assert.Equal(1.6 * H + (1 - 3.2 * H) * y / 4, down, 0.003);
        }
    }

    [Fact]
    public void A_quarter_turn_of_a_square_is_itself_half_a_turn_of_an_ellipse_too_and_a_heart_needs_all_of_it()
    {
        using var scope = NewDisposeScope();
        Tensor Turned(int shape, int by) => Grey.Draw(Rows([shape, 2, by, 2, 2]));
        bool Same(int shape, int by) => (Turned(shape, 0) - Turned(shape, by)).abs().sum().item<float>() < 4;   // grey levels at the edges
        Assert.True(Same(0, 2));
        Assert.False(Same(0, 1));
        Assert.True(Same(1, 4));
        Assert.False(Same(1, 2));
        Assert.DoesNotContain(Enumerable.Range(1, 7), by => Same(2, by));
    }

    [Fact]
    public void A_heart_stands_on_its_tip_and_turns_with_the_picture()
    {
        using var scope = NewDisposeScope();
        var upright = Grey.Draw(Rows([2, 2, 0, 2, 2])).reshape(64, 64);
        Assert.Equal(0, (upright - upright.flip(1)).abs().sum().item<float>(), 4);  // alike left and right, not above and below
        Assert.True((upright - upright.flip(0)).abs().sum().item<float>() > 50);
        var quarter = Grey.Draw(Rows([2, 2, 2, 2, 2])).reshape(64, 64);
        var turned = Math.Min((quarter - upright.rot90(1)).abs().sum().item<float>(), (quarter - upright.rot90(-1)).abs().sum().item<float>());
        Assert.Equal(0, turned, 4);
    }

    [Fact]
    public void Nothing_is_cut_off_at_the_edge()
    {
        using var scope = NewDisposeScope();
        var factors = Grey.All();
        var areas = Grey.Draw(factors).sum([1L]).data<float>().ToArray();
        var scales = Grey.Values(factors).select(1, 1).contiguous().data<float>().ToArray();
        for (var i = 0; i < areas.Length; i++)
        {
            var whole = 4 * Math.Pow(H * scales[i] * 64, 2);
            Assert.InRange(areas[i], 0.95 * whole, 1.05 * whole);                  // edges are found to a quarter of a pixel of ten
        }
    }

    [Fact]
    public void Binary_pictures_are_ink_where_at_least_half_is_covered()
    {
        using var scope = NewDisposeScope();
        var factors = Grey.Sample(50, seed: 3).Factors;
        var (grey, binary) = (Grey.Draw(factors), (Grey with { Binary = true }).Draw(factors));
        Assert.True(binary.equal(grey.ge(0.498).to(ScalarType.Float32)).all().item<bool>());     // 8 of 16 points are 127 of 255
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_each_factor_is_uniform_and_by_itself()
    {
        using var scope = NewDisposeScope();
        var (one, again, other) = (Grey.Sample(20_000, seed: 4), Grey.Sample(20_000, seed: 4), Grey.Sample(20_000, seed: 5));
        Assert.True(one.Images.Equals(again.Images) && one.Factors.Equals(again.Factors));
        Assert.False(one.Factors.Equals(other.Factors));
        for (var k = 0; k < 5; k++)
        {
            var counts = one.Factors.select(1, k).bincount(null, Grey.Sizes[k]).data<long>().ToArray();
            var expected = 20_000.0 / Grey.Sizes[k];
            Assert.Equal(Grey.Sizes[k], counts.Length);
            Assert.All(counts, count => Assert.InRange(count, expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected)));
        }
        var numbers = one.Factors.to(ScalarType.Float64).t();
        var correlations = numbers.corrcoef() - eye(5, dtype: ScalarType.Float64);
        Assert.InRange(correlations.abs().max().item<double>(), 0, 5 / Math.Sqrt(20_000));
    }

    [Fact]
    public void A_data_set_has_every_picture_once_held_out_or_not()
    {
        using var scope = NewDisposeScope();
        var sprites = new Sprites { Side = 16, Scales = 2, Rotations = 3, Turn = 1, Places = 3 };
        using var set = sprites.Load(heldOut: 40, seed: 2);
        Assert.Equal((122, 40), (set.Train.Count, set.Test.Count));
        var both = cat([set.Train.Images, set.Test.Images]).sum([0L]);
        Assert.True(both.Equals(sprites.Draw(sprites.All()).sum([0L])));
        Assert.Equal(54, set.Train.Labels.eq(2).sum().item<long>() + set.Test.Labels.eq(2).sum().item<long>());
    }

    [Fact]
    public void One_factor_goes_through_its_values_and_the_others_stay()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 2, 0, 0, 2, 2, 2, 0, 2, 2, 2, 2, 0, 4, 2], Grey.Vary(3, 3).data<long>().ToArray());
        Assert.Equal([0, 1, 1, 1, 1, 2, 1, 1, 1, 1], Grey.Vary(0, 2, [9, 1, 1, 1, 1]).data<long>().ToArray());
        Assert.Contains("factor", Assert.Throws<ArgumentException>(() => Grey.Vary(5, 2)).Message);
    }

    [Fact]
    public void What_it_cannot_draw_it_refuses_by_name()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("rotation from 0 to 7, got 8", Assert.Throws<ArgumentException>(() => Grey.Draw(Rows([0, 0, 8, 0, 0]))).Message);
        Assert.Contains("shape", Assert.Throws<ArgumentException>(() => Grey.Draw(Rows([-1, 0, 0, 0, 0]))).Message);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => Grey.Draw(zeros(2, 5))).Message);
        Assert.Contains("(N, 5)", Assert.Throws<ArgumentException>(() => Grey.Draw(zeros(2, 4, dtype: ScalarType.Int64))).Message);
        Assert.Contains("Scales", Assert.Throws<ArgumentException>(() => (Grey with { Scales = 0 }).Sample(3)).Message);
        Assert.Contains("count", Assert.Throws<ArgumentException>(() => Grey.Sample(0)).Message);
        Assert.Contains("heldOut", Assert.Throws<ArgumentException>(() => Grey.Load(Grey.Count)).Message);
    }

    private static Tensor Rows(params long[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, 5]);

    private static (double Mass, double Across, double Down) Moments(float[] pixels, int side)
    {
        var (mass, across, down) = (0.0, 0.0, 0.0);
        for (var i = 0; i < pixels.Length; i++)
            (mass, across, down) = (mass + pixels[i], across + pixels[i] * (i % side + 0.5) / side, down + pixels[i] * (i / side + 0.5) / side);
        return (mass, across / mass, down / mass);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_in_a_sentence()
    {
        Assert.Contains("Scales: expected 1", Assert.Throws<ArgumentException>(() => new Sprites { Scales = 0 }.Load(1)).Message);
        Assert.Contains("Turn", Assert.Throws<ArgumentException>(() => new Sprites { Turn = double.NaN }.Draw(new Sprites().All()[..1])).Message);
        Assert.Contains("others", Assert.Throws<ArgumentException>(() => new Sprites().Vary(0, 3, [0, 99, 0, 0, 0])).Message);
        Assert.Contains("others", Assert.Throws<ArgumentException>(() => new Sprites().Vary(0, 3, [0, 1, 0])).Message);
    }
}
