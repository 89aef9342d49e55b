using Workbook.Coverage;

namespace Workbook.Notebooks.Tests;

/// <summary>Every notebook runs twice: untouched, where every check says "not yet", and solved, where every check passes.</summary>
public sealed class TwoPassTests
{
    // A smoke run takes at most 20 s on two cores; twice that leaves room for a machine that is busy with other things.
    private static readonly TimeSpan SmokeBudget = TimeSpan.FromSeconds(2 * 20);

    public static TheoryData<string> Names => new(Course.Notebooks.Select(notebook => notebook.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Untouched_every_check_says_not_yet_and_nothing_crashes(string name)
    {
        var pass = Pass.Of(Named(name), solved: false);
        Course.MustBeEmpty(pass.Errors);
        Assert.True(pass.ExitCode == 0, pass.Log);
        Course.MustBeEmpty(pass.Verdicts.Where(check => check.Verdict != "not yet").Select(check => $"{check.Exercise}: {check.Verdict} {check.Finding}"));
        Assert.Equal(Exercises(name), pass.Verdicts.Select(check => check.Exercise).ToHashSet());
        Assert.InRange(pass.Duration, TimeSpan.Zero, SmokeBudget);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Solved_every_check_passes(string name)
    {
        var pass = Pass.Of(Named(name), solved: true);
        Course.MustBeEmpty(pass.Errors);
        Assert.True(pass.ExitCode == 0, pass.Log);
        Course.MustBeEmpty(pass.Verdicts.Where(check => check.Verdict != "passed").Select(check => $"{check.Exercise}: {check.Verdict} {check.Finding}"));
        Assert.Equal(Exercises(name), pass.Verdicts.Select(check => check.Exercise).ToHashSet());
    }

    private static Notebook Named(string name) => Course.Notebooks.Single(notebook => notebook.Name == name);

    private static HashSet<string> Exercises(string name) => Named(name).Cells.Select(cell => cell.Exercise).OfType<string>().ToHashSet();
}
