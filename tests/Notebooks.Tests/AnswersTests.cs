using System.Text.RegularExpressions;
using Workbook.Coverage;

namespace Workbook.Notebooks.Tests;

/// <summary>Checks judge rightly and teach: beside every answer stand others, right and wrong, and each gets its verdict from the notebook's own check.</summary>
public sealed class AnswersTests
{
    private const int Fewest = 3;

    public static TheoryData<string> Names => new(Course.Notebooks.Select(notebook => notebook.Name));

    [Fact]
    public void No_answer_brings_a_check_of_its_own() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from answer in Course.AnswersTo(notebook)
        where Regex.IsMatch(answer.Code, @"\bCheck\.")
        select $"{notebook.Name}: {answer.Heading}: the check stands once, in the notebook");

    [Fact]
    public void Every_exercise_has_right_and_wrong_answers_to_try_its_check_with() => Course.MustBeEmpty(
        from notebook in Course.Notebooks
        from fault in Lacking(notebook)
        select fault);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_answer_gets_its_verdict(string name)
    {
        var notebook = Course.Notebooks.Single(notebook => notebook.Name == name);
        var answers = Course.AnswersTo(notebook);
        var trials = Trial.Of(Pass.Of(notebook, "--solutions", Course.Solutions, "--every-answer"), answers);
        Assert.Equal(answers.Select(answer => answer.Heading).Order(), trials.Select(trial => trial.Answer.Heading).Order());
        Course.MustBeEmpty(
            from trial in trials
            let wanted = trial.Answer.IsWrong ? "failed" : "passed"
            where trial.Verdicts.Count != 1 || (string?)trial.Verdicts[0]["verdict"] != wanted
            select $"{trial.Answer.Heading}: wanted {wanted}, got {trial.Said}");
        Course.MustBeEmpty(trials.SelectMany(Untaught).Distinct());
        Course.MustBeEmpty(
            from trial in trials
            group trial by (string?)trial.Verdicts[0]["exercise"] into exercise
            where exercise.All(trial => trial.Verdicts[0]["step"] is null)
            select $"{exercise.Key}: several wrong answers, and no second hint");
    }

    // A verdict that teaches begins with a question and ends with two sentences of reason.
    private static IEnumerable<string> Untaught(Trial trial)
    {
        var verdict = trial.Verdicts[0];
        var (hint, because) = ((string?)verdict["hint"] ?? "", (string?)verdict["because"] ?? "");
        if (!hint.TrimEnd().EndsWith('?')) yield return $"{verdict["exercise"]}: the first hint is no question: {hint}";
        if ((string?)verdict["verdict"] == "passed" && Regex.Count(because, @"[.!?](\s|$)") < 2) yield return $"{verdict["exercise"]}: no two sentences of reason: {because}";
    }

    private static IEnumerable<string> Lacking(Notebook notebook) =>
        from exercise in notebook.Cells.Select(cell => cell.Exercise).OfType<string>()
        let answers = Course.AnswersTo(notebook).Where(answer => answer.Exercise == exercise).ToList()
        let wrong = answers.Count(answer => answer.IsWrong)
        where wrong < Fewest || answers.Count - wrong < Fewest
        select $"{notebook.Name}: {exercise} has {answers.Count - wrong} right answers and {wrong} wrong ones; {Fewest} of each are wanted";
}
