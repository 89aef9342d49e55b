namespace Workbook.Training.Tests;

public class ScheduleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(2.5, 0.85355339059327379)]          // ½(1 + cos π/4)
    [InlineData(5, 0.5)]
    [InlineData(10, 0)]
    [InlineData(12, 0)]
    public void A_cosine_falls_from_one_to_nothing_and_stays(double done, double factor) =>
        Assert.Equal(factor, Schedule.Cosine(10).Factor(done), 12);

    [Theory]
    [InlineData(2.99, 1)]
    [InlineData(3, 0.1)]
    [InlineData(6, 0.01)]
    public void Steps_multiply_at_every_milestone(double done, double factor) =>
        Assert.Equal(factor, Schedule.Steps(0.1, 3, 6).Factor(done), 12);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.25)]
    [InlineData(2, 1)]
    [InlineData(7, 1)]
    public void A_rise_is_straight_and_ends_at_one(double done, double factor) => Assert.Equal(factor, Schedule.Rising(2).Factor(done), 12);

    [Fact]
    public void A_length_of_nothing_is_refused()
    {
        foreach (var epochs in (double[])[0, -1, double.NaN])
            foreach (var make in (Func<Schedule>[])[() => Schedule.Cosine(epochs), () => Schedule.Rising(epochs), () => Schedule.Cosine(3).WarmedUp(epochs)])
                Assert.StartsWith("epochs: expected a positive number", Assert.Throws<ArgumentException>(make).Message);
    }

    [Fact]
    public void A_step_that_is_no_number_is_refused()
    {
        foreach (var factor in (double[])[-1, double.NaN, double.PositiveInfinity])
            Assert.StartsWith("factor: expected 0 or more", Assert.Throws<ArgumentException>(() => Schedule.Steps(factor, 1)).Message);
        Assert.StartsWith("milestones: expected finite numbers, got 1, NaN.", Assert.Throws<ArgumentException>(() => Schedule.Steps(0.1, 1, double.NaN)).Message);
    }

    [Fact]
    public void Schedules_that_differ_read_differently_and_those_that_do_not_alike()
    {
        Schedule[] several = [Schedule.Cosine(2), Schedule.Cosine(2.1), Schedule.Cosine(300), Schedule.Rising(2), Schedule.Cosine(2).WarmedUp(0.5), Schedule.Steps(0.1, 3, 6), Schedule.Steps(0.1, 3, 7), Schedule.Steps(0.1, 600)];
        Assert.Equal(several.Length, several.Select(schedule => schedule.ToString()).Distinct().Count());
        Assert.Equal(Schedule.Cosine(2).ToString(), Schedule.Cosine(2).ToString());
        Assert.StartsWith("Schedule { 1 after 0, 1 after 1, 0.01 after 10, 0.01 after 100, sum ", Schedule.Steps(0.1, 3, 6).ToString());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5 * 0.99384417029756889)]    // half way up, ½(1 + cos π/20)
    [InlineData(5, 0.5)]
    public void Warming_up_rises_from_nothing(double done, double factor) =>
        Assert.Equal(factor, Schedule.Cosine(10).WarmedUp(1).Factor(done), 12);
}
