using System.Diagnostics;

namespace Workbook.Grading;

/// <summary>Runs what is planned for one submission. A step that ends the process is left out, and the rest runs anew: it costs its exercise, and not the others.</summary>
internal sealed class Trial(Plan plan, CourseNotebook course, Func<Session> open, Limits limits)
{
    private readonly Dictionary<AnsweredExercise, Judgement> judgements = plan.Exercises.ToDictionary(exercise => exercise, exercise => new Judgement(exercise, course.MarksOf(exercise.Exercise.Name)));
    private readonly HashSet<Step> leftOut = [];
    private readonly HashSet<string> remarks = [.. plan.Remarks];
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>What was found about the submission as a whole.</summary>
    public IReadOnlyCollection<string> Remarks => remarks;

    /// <summary>The most memory that was in use, in bytes.</summary>
    public long Peak { get; private set; }

    /// <summary>The exercises, graded.</summary>
    public IReadOnlyList<(AnsweredExercise Exercise, Judgement Judgement)> Judgements => [.. plan.Exercises.Select(exercise => (exercise, judgements[exercise]))];

    private TimeSpan Left => limits.Submission - watch.Elapsed;

    private string Over => $"The {limits.Submission.TotalSeconds:0.#} s that a submission may take were over.";

    /// <summary>Runs it to its end; the sentence that says why it could not be graded, or null.</summary>
    public string? Run()
    {
        while (true)
        {
            using var session = open();
            var end = RunOnce(session);
            Peak = Math.Max(Peak, session.Peak);
            if (end is not { } ended) return null;
            if (ended.Blamed is not { } step) return $"The course's own cells did not run: {ended.Reason}";
            leftOut.Add(step);
            if (step.Answer is { } exercise) judgements[exercise].Stopped(ended.Reason);
            else remarks.Add($"Left out: {step.Cell}. {ended.Reason}");
            if (judgements.Values.All(judgement => judgement.IsSettled)) return null;
        }
    }

    // The step that ended the session, or the student's last one before it: a thread may have been left behind.
    private (Step? Blamed, string Reason)? RunOnce(Session session)
    {
        Step? last = null;
        foreach (var step in plan.Steps.Where(step => !IsLeftOut(step)))
        {
            if (Left <= TimeSpan.Zero)
            {
                foreach (var judgement in judgements.Values) judgement.Stopped(Over);
                remarks.Add(Over);
                return null;
            }
            var limit = step.IsStudents && limits.Cell < Left ? limits.Cell : Left;
            if (step.IsStudents) last = step;
            var name = step.Kind == StepKind.Check ? $"{step.Cell} {Guid.NewGuid():n}" : "";
            var reply = session.Run(name == "" ? step.Source : CellCode.Renamed(step.Source, step.Cell, name), step.Language, limit);
            if (reply.End is not null || reply.Outcome == "exit")
            {
                if (step == last && step.Answer is { } exercise) judgements[exercise].Stopped(reply.End ?? "It asked the session to end.", reply);
                return (last, reply.End ?? "It asked the session to end.");
            }
            Take(step, reply, name, limit);
        }
        return null;
    }

    // In a second run, what was judged in the first is not judged again; its answer runs, as others may stand on it.
    private bool IsLeftOut(Step step) => leftOut.Contains(step) || step.Answer is { } exercise &&
        (leftOut.Any(other => other.Answer == exercise) || step.Kind == StepKind.Check && judgements[exercise].IsSettled);

    private void Take(Step step, CellReply reply, string name, TimeSpan limit)
    {
        if (step.Answer is { } exercise && !judgements[exercise].IsSettled)
        {
            if (reply.Outcome == "stopped") judgements[exercise].Stopped($"It ran for {limit.TotalSeconds:0.#} s and was stopped.", reply);
            else if (step.Kind == StepKind.Answer) judgements[exercise].Answered(reply);
            else judgements[exercise].Checked(reply, name);
        }
        else if (step.Answer is null && reply.Outcome != "done" && !(step.MayFail && reply.Outcome == "failed"))
            remarks.Add($"{(step.Kind == StepKind.Extra ? char.ToUpperInvariant(step.Cell[0]) + step.Cell[1..] : $"The course's {step.Cell}")} {(reply.Outcome == "stopped" ? $"ran for {limit.TotalSeconds:0.#} s and was stopped" : $"ended in an error: {Verdicts.Error(reply.Outputs)}")}");
    }
}
