using System.Text.Json.Nodes;

namespace Workbook.Grading;

/// <summary>What becomes of an answer: gathered while the submission runs, and then a row of the tables.</summary>
internal sealed class Judgement(AnsweredExercise answered, (string Name, double Points) marks)
{
    private readonly List<string> printed = [];
    private readonly List<string> notes = [.. answered.Notes];
    private (string Verdict, string Finding, string Help)? said;
    private double seconds;

    /// <summary>The outputs of the answer and of its check, for the executed notebook.</summary>
    public List<JsonNode> Outputs { get; } = [];

    /// <summary>Whether nothing more is to be run for it.</summary>
    public bool IsSettled => said is not null || answered.Barrier is not null;

    /// <summary>The answer has run.</summary>
    public void Answered(CellReply reply)
    {
        Note(reply);
        if (Verdicts.In(reply.Outputs).Count > 0) answered.Signs.Add("shows a verdict of its own");
        if (reply.Outcome == "failed") said = (Outcomes.Failed, $"The cell ended in an error. {Verdicts.Error(reply.Outputs)}", "");
    }

    /// <summary>The course's check of it has run, under a name that only this run knows.</summary>
    public void Checked(CellReply reply, string name)
    {
        Note(reply);
        var verdicts = Verdicts.In(reply.Outputs);
        var mine = verdicts.Where(verdict => Verdicts.Text(verdict, "exercise") == name).ToList();
        if (verdicts.Count > mine.Count || mine.Count > 1) answered.Signs.Add("shows a verdict of its own");
        if (reply.Outcome == "failed") said = (Outcomes.Failed, $"The check does not run with this answer. {Verdicts.Error(reply.Outputs)}", "");
        else if (mine is not [var verdict]) said = (Outcomes.Failed, "The check came to no verdict.", "");
        else
        {
            var right = Verdicts.Text(verdict, "verdict") == Outcomes.Passed;
            said = (Verdicts.Text(verdict, "verdict"), Verdicts.Text(verdict, "finding"), Verdicts.Text(verdict, right ? "because" : "hint"));
        }
    }

    /// <summary>It hit a limit or ended its process.</summary>
    /// <param name="reason">Which, as a sentence.</param>
    /// <param name="reply">What it gave until then; null where it did not run.</param>
    public void Stopped(string reason, CellReply? reply = null)
    {
        if (reply is not null) Note(reply);
        said ??= (Outcomes.Stopped, reason, "");
    }

    /// <summary>The row.</summary>
    public ExerciseResult Result()
    {
        var (verdict, finding, help) = answered.Barrier switch
        {
            null => said ?? (Outcomes.Stopped, "It was not reached.", ""),
            Outcomes.Missing => (Outcomes.Missing, "There is no cell for it.", ""),
            var barrier => (Outcomes.Unreadable, barrier, ""),
        };
        var signs = answered.Signs.Distinct().ToList();
        if (signs.Count > 0 && verdict != Outcomes.NotYet)
            (verdict, finding) = (Outcomes.Tampered, $"To be looked at: the code {string.Join("; it ", signs)}. Otherwise the verdict would be: {verdict}. {finding}".TrimEnd());
        return new()
        {
            Exercise = answered.Exercise.Name,
            Name = marks.Name,
            Worth = marks.Points,
            Verdict = verdict,
            Finding = finding,
            Help = help,
            Seconds = Math.Round(seconds, 2),
            Code = answered.Code,
            Printed = string.Concat(printed),
            Notes = notes,
        };
    }

    private void Note(CellReply reply)
    {
        seconds += reply.Seconds;
        printed.Add(Verdicts.Printed(reply.Outputs));
        Outputs.AddRange(reply.Outputs.Select(output => output!.DeepClone()));
    }
}
