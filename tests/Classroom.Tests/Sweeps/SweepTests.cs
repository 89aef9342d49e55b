namespace Workbook.Classroom.Tests;

/// <summary>Sweeps in real processes: every point ends up measured or reported, whatever dies meanwhile.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly SweepRun sweep = new();

    [Fact]
    public void A_sweep_measures_its_grid_and_goes_on_where_it_was()
    {
        var (code, said) = sweep.Run(["VaeRun", "LatentSize=2,3", "Seed=1..2", "Epochs=1", .. SweepRun.Quick]);
        Assert.True(code == 0, said);
        Assert.Equal(5, sweep.Lines("results.csv").Length);
        Assert.StartsWith("LatentSize,Seed,Epochs,Reconstruction,Divergence,NegativeElbo,", sweep.Lines("results.csv")[0]);
        Assert.Equal(3, sweep.Lines("summary.csv").Length);
        Assert.Contains("NegativeElbo", File.ReadAllText(Path.Combine(sweep.Folder, "results.html")));

        var first = sweep.Lines("results.csv");
        (code, said) = sweep.Run(["VaeRun", "LatentSize=2,3,4", "Seed=1..2", "Epochs=1", .. SweepRun.Quick]);
        Assert.True(code == 0, said);
        Assert.Contains("6 points, 4 of them done before", said);
        Assert.Equal(first, sweep.Lines("results.csv")[..5]);
    }

    [Fact]
    public void The_same_point_has_the_same_numbers_alone_and_beside_others()
    {
        using var alone = new SweepRun();
        alone.Run(["AutoencoderRun", "CodeSize=4", "Epochs=1", "--jobs", "1", .. SweepRun.Quick]);
        sweep.Run(["AutoencoderRun", "CodeSize=3,4,5", "Epochs=1", "--jobs", "3", .. SweepRun.Quick]);
        Assert.Contains(WithoutTime(alone.Lines("results.csv")[1]), sweep.Lines("results.csv").Select(WithoutTime));
    }

    [Fact]
    public void A_point_that_cannot_be_trained_is_reported_and_the_others_are_measured()
    {
        var (code, said) = sweep.Run(["VaeRun", "BatchSize=0,100", "Epochs=1", .. SweepRun.Quick]);
        Assert.Equal(1, code);
        Assert.Contains("failed: BatchSize=0: Expected one or more examples in a batch.", said);
        Assert.Equal(2, sweep.Lines("summary.csv").Length);
    }

    [Fact]
    public void A_point_whose_process_is_killed_goes_on_from_its_last_epoch()
    {
        string[] grid = ["VaeRun", "LatentSize=2,3", "Epochs=30", "--on", "handwriting-small", "--jobs", "2"];
        using var running = sweep.Start(grid);
        sweep.KillAPoint();
        var (code, said) = SweepRun.End(running);
        Assert.True(code == 0, said);
        using var quiet = new SweepRun();
        quiet.Run(grid);
        Assert.Equal(quiet.Lines("results.csv").Select(WithoutTime), sweep.Lines("results.csv").Select(WithoutTime));
    }

    [Fact]
    public void Two_sweeps_in_one_folder_do_not_meet()
    {
        using var running = sweep.Start("VaeRun", "Epochs=30", "--on", "handwriting-small");
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(sweep.Folder, "plan.json")), TimeSpan.FromMinutes(1));
        var (code, said) = sweep.Run("VaeRun", "Epochs=1", "--on", "handwriting-small");
        Assert.Equal(1, code);
        Assert.StartsWith("workbook: another sweep is at work in ", said);
        Assert.Equal(0, SweepRun.End(running).Code);
        Assert.Equal(2, sweep.Lines("results.csv").Length);
    }

    [Fact]
    public void A_sweep_typed_wrongly_leaves_nothing()
    {
        Assert.Equal(2, sweep.Run("VaeRun", "LatentSize=two").Code);
        Assert.False(Directory.Exists(sweep.Folder));
    }

    [SkippableFact]
    public void On_Slurm_a_sweep_gives_the_same_table_and_a_killed_task_is_submitted_again()
    {
        using var slurm = new OneNodeOfSlurm();
        string[] grid = ["VaeRun", "LatentSize=2,3", "Epochs=30", "--on", "handwriting-small"];
        using var here = new SweepRun();
        here.Run([.. grid, "--jobs", "1"]);
        sweep.Environment["SLURM_CONF"] = slurm.Configuration;
        using var running = sweep.Start([.. grid, "--slurm", "--sbatch", "--cpus-per-task=1"]);
        sweep.KillAPoint();
        var (code, said) = SweepRun.End(running);
        Assert.True(code == 0, said);
        Assert.Equal(here.Lines("results.csv").Select(WithoutTime), sweep.Lines("results.csv").Select(WithoutTime));
    }

    [Fact]
    public void Without_Slurm_one_sentence_says_so()
    {
        sweep.Environment["PATH"] = Path.GetDirectoryName(Environment.ProcessPath)!;
        var (code, said) = sweep.Run("VaeRun", "Epochs=1", "--slurm");
        Assert.Equal(1, code);
        Assert.Contains("workbook: sbatch is not on this machine: Slurm's programs are needed", said);
    }

    public void Dispose() => sweep.Dispose();

    private static string WithoutTime(string line) => string.Join(',', line.Split(',').SkipLast(2));
}
