using static TorchSharp.torch;

namespace Workbook.Evaluation.Tests;

public class MemorisationTests
{
    private static Tensor Points(params float[] numbers) => tensor(numbers).unsqueeze(1);

    [Fact]
    public void Copies_lie_at_no_distance_where_new_points_lie_at_some()
    {
        using var scope = NewDisposeScope();
        var audit = Memorisation.Audit(Points(0, 10), training: Points(0, 10), heldOut: Points(1, 12));
        Assert.Equal((0, 1.5, 1, 0), (audit.Distance, audit.HeldOutDistance, audit.Copies, audit.Ratio));
    }

    [Fact]
    public void Pictures_unlike_the_data_lie_farther_than_held_out_ones()
    {
        using var scope = NewDisposeScope();
        var audit = Memorisation.Audit(Points(5), training: Points(0, 10), heldOut: Points(1, 12));
        Assert.Equal((5, 0), (audit.Distance, audit.Copies));
        Assert.Equal(5 / 1.5, audit.Ratio, 12);
    }

    [Fact]
    public void New_pictures_from_the_same_source_pass()
    {
        using var scope = NewDisposeScope();
        var random = new Generator(1);
        Tensor Source(int count) => randn([count, 4], generator: random);
        var audit = Memorisation.Audit(Source(2000), Source(1000), Source(2000));
        Assert.Equal(1, audit.Ratio, 0.05);
        Assert.InRange(audit.Copies, 0.002, 0.025);                                  // 1 % is what new data show
    }

    [Fact]
    public void Pictures_of_another_size_are_refused() => Assert.StartsWith("made: expected (N, 2) with one example or more, got (3, 4).",
        Assert.Throws<ArgumentException>(() => Memorisation.Audit(zeros(3, 4), zeros(3, 2), zeros(3, 2))).Message);
}
