namespace Workbook.Course.Tests;

/// <summary>What stands beside a verdict: a question first, then a step; a reason when it is passed.</summary>
[Collection(OneScreen.Name)]
public sealed class VerdictTests
{
    private const string Question = "What does a fair coin cost?", Step = "Take minus the logarithm of one half.", Because = "A coin has two sides. Each is worth a bit, or ln 2 nats.";

    private static Shown Answer(double answer, string exercise) =>
        Shown.By(() => Check.Close(exercise, () => answer, Math.Log(2), 1e-6, question: Question, step: Step, because: Because));

    private static double Scaffold() => throw new NotImplementedException();

    private static Shown Untouched(string exercise) =>
        Shown.By(() => Check.Close(exercise, Scaffold, Math.Log(2), 1e-6, question: Question, step: Step, because: Because));

    [Fact]
    public void A_first_wrong_answer_gets_the_question_and_a_second_the_step_too()
    {
        Assert.Equal("✘ hints.1: failed. Your answer, 0.35, is too small by about 50 %. Hint: What does a fair coin cost?", Answer(0.35, "hints.1").Text);
        Assert.Equal(
            "✘ hints.1: failed. Your answer, 0.35, is too small by about 50 %. Hint: What does a fair coin cost? Step: Take minus the logarithm of one half.",
            Answer(0.35, "hints.1").Text);
    }

    [Fact]
    public void A_right_answer_is_told_why_and_the_count_of_wrong_ones_begins_anew()
    {
        Answer(1, "hints.2");
        var right = Answer(Math.Log(2), "hints.2");
        Assert.Equal("✔ hints.2: passed. A coin has two sides. Each is worth a bit, or ln 2 nats.", right.Text);
        Assert.Contains("A coin has two sides.", right.Html);
        Assert.DoesNotContain("fair coin", right.Html);
        Assert.DoesNotContain("Step:", Answer(1, "hints.2").Text);
    }

    [Fact]
    public void Another_exercise_s_wrong_answers_do_not_count()
    {
        Answer(1, "hints.3");
        Assert.DoesNotContain("Step:", Answer(1, "hints.4").Text);
    }

    [Fact]
    public void An_untouched_exercise_is_no_wrong_answer_and_folds_its_question_away()
    {
        Untouched("hints.5");
        var untouched = Untouched("hints.5");
        Assert.Equal("○ hints.5: not yet. Replace the line that throws, and run the cell again. Hint: What does a fair coin cost?", untouched.Text);
        Assert.Contains("<summary>Hint</summary>What does a fair coin cost?</details>", untouched.Html);
        Assert.DoesNotContain("Step:", Answer(1, "hints.5").Text);
    }

    [Fact]
    public void The_step_and_the_reason_are_in_no_format_before_their_time()
    {
        foreach (var early in new[] { Untouched("hints.6"), Answer(1, "hints.6") })
            Assert.All([early.Text, early.Html, early.Json.ToJsonString()], form => Assert.False(form.Contains("Take minus") || form.Contains("two sides"), form));
        Assert.Equal(Step, (string?)Answer(1, "hints.6").Json["step"]);
        Assert.Equal(Because, (string?)Answer(Math.Log(2), "hints.6").Json["because"]);
    }

    [Fact]
    public void One_hint_is_the_question_without_a_step_or_a_reason()
    {
        Shown Once(double answer) => Shown.By(() => Check.Close("hints.7", () => answer, 2, 0, hint: "Twice what?"));
        Assert.Equal("✘ hints.7: failed. Your answer, 1, is too small by a factor of about 2. Hint: Twice what?", Once(1).Text);
        Assert.Equal(Once(1).Text, Once(1).Text);
        Assert.Equal("✔ hints.7: passed", Once(2).Text);
    }

    [Fact]
    public void Markup_in_a_message_is_shown_and_not_obeyed()
    {
        var html = Shown.By(() => Check.True("x", () => throw new ArgumentException("<img src=x>"), "<b>no</b>")).Html;
        Assert.DoesNotContain("<img", html);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", html);
    }
}
