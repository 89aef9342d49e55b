namespace Workbook.Course.Tests;

[Collection(OneScreen.Name)]
public sealed class ScaleTests : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable("WORKBOOK_SMOKE");

    public void Dispose() => Environment.SetEnvironmentVariable("WORKBOOK_SMOKE", before);

    [Theory]
    [InlineData("1", 500)]
    [InlineData(null, 2000)]
    public void A_run_has_a_smoke_twin_that_is_taken_when_asked(string? smoke, int steps)
    {
        Environment.SetEnvironmentVariable("WORKBOOK_SMOKE", smoke);
        Assert.Equal(steps, new KramerRun().AtScale().Steps);
    }

    [Fact]
    public void A_smoke_twin_is_never_the_larger_one()
    {
        Assert.Equal(50, new KramerRun { Steps = 50 }.Smoke().Steps);
        Assert.Equal(100, new AutoencoderRun { Examples = 100 }.Smoke().Examples);
    }
}
