using System.Collections.Concurrent;
using Workbook.Display;

namespace Workbook.Course;

/// <summary>What a check teaches beside its verdict: a question first, then a step; and why the right answer is right.</summary>
internal sealed record Lesson(string Question, string Step = "", string Because = "");

/// <summary>Turns what was found about an answer into a verdict, and remembers how often an exercise of this session was failed.</summary>
internal static class Judge
{
    private static readonly ConcurrentDictionary<string, int> misses = new();

    /// <summary>Shows the verdict.</summary>
    /// <param name="exercise">Its name.</param>
    /// <param name="lesson">What is said with the verdict.</param>
    /// <param name="fault">Asks for the answer and says what is wrong with it; null when nothing is.</param>
    public static void Show(string exercise, Lesson lesson, Func<string?> fault) => Of(exercise, lesson, fault).Show();

    private static Verdict Of(string exercise, Lesson lesson, Func<string?> fault)
    {
        try
        {
            return fault() is { } finding ? Failed(exercise, lesson, finding) : Passed(exercise, lesson);
        }
        catch (Exception thrown) when (thrown.GetBaseException() is NotImplementedException)
        {
            return new(exercise, Outcome.NotYet, "Replace the line that throws, and run the cell again.", lesson.Question);
        }
        catch (Exception thrown) when (!Stop.Token.IsCancellationRequested)
        {
            var cause = thrown.GetBaseException();
            return Failed(exercise, lesson, $"Your code threw {cause.GetType().Name}: {cause.Message}");
        }
    }

    private static Verdict Passed(string exercise, Lesson lesson)
    {
        misses.TryRemove(exercise, out _);
        return new(exercise, Outcome.Passed, "", lesson.Question, Because: lesson.Because);
    }

    private static Verdict Failed(string exercise, Lesson lesson, string finding) =>
        new(exercise, Outcome.Failed, finding, lesson.Question, Step: misses.AddOrUpdate(exercise, 1, (_, before) => before + 1) > 1 ? lesson.Step : "");
}
