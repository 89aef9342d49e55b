using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Checks the answer to an exercise and shows the verdict: passed, failed or not yet.</summary>
/// <remarks>
/// The answer comes as a delegate, so that an exercise nobody has touched says "not yet" and a wrong one says how far off it is, never what it
/// should have been; neither stops the notebook. A first wrong answer gets the <c>question</c>, a second one the <c>step</c> too; a right one is
/// told in two sentences <c>because</c> of what. Objects listed as <c>not</c> are no answers: they lay in the session before the exercise did.
/// </remarks>
public static partial class Check
{
    /// <summary>|answer − expected| ≤ tolerance.</summary>
    public static void Close(string exercise, Func<double> answer, double expected, double tolerance, string question, string step, string because) =>
        Judge.Show(exercise, new(question, step, because), () => Fault.Between(answer(), expected, tolerance));

    /// <summary>|answerᵢ − expectedᵢ| ≤ tolerance for every i, and as many of one as of the other.</summary>
    public static void Close(string exercise, Func<double[]> answer, double[] expected, double tolerance, string question, string step, string because) =>
        Judge.Show(exercise, new(question, step, because), () => Fault.Between(answer(), expected, tolerance));

    /// <summary>The same shape, and |answer − expected| ≤ tolerance at every element.</summary>
    public static void Close(
        string exercise, Func<Tensor> answer, Tensor expected, double tolerance, string question, string step, string because, IEnumerable<object>? not = null) =>
        Judge.Show(exercise, new(question, step, because), () => answer() is var found && Existing.IsAmong(found, not) ? Existing.Refusal : Fault.Between(found, expected, tolerance));

    /// <summary>A tensor of this shape; −1 stands for any size.</summary>
    public static void Shape(string exercise, Func<Tensor> answer, long[] expected, string question, string step, string because) =>
        Judge.Show(exercise, new(question, step, because), () => Fault.Between(answer().shape, expected));

    /// <summary>Equal to what was expected; for counts, names and tuples of them. In texts, case and white space do not count.</summary>
    public static void Equal<T>(string exercise, Func<T> answer, T expected, string question, string step, string because) =>
        Judge.Show(exercise, new(question, step, because), () => Parts.Between(answer(), expected));

    /// <summary>The letters of the options that are right, in any form: <c>"b, d"</c>, <c>"DB"</c>, <c>"(b) and (d)"</c>, <c>'b'</c>.</summary>
    /// <param name="exercise">Its name, such as <c>03.recall</c>.</param>
    /// <param name="answer">A text, a character or several.</param>
    /// <param name="expected">The right letters: <c>"bd"</c>.</param>
    /// <param name="of">All letters there are: <c>"abcd"</c>.</param>
    /// <param name="question">The first hint.</param>
    /// <param name="step">The second hint.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="inOrder">Whether their order counts.</param>
    /// <remarks>A wrong choice is told only that it is wrong: with the number of right letters, four options would be found out by trying.</remarks>
    public static void Choice<T>(string exercise, Func<T> answer, string expected, string of, string question, string step, string because, bool inOrder = false) =>
        Judge.Show(exercise, new(question, step, because), () => Letters.Fault(answer(), expected, of, inOrder));

    /// <summary>Every claim holds of the answer; a verdict names those that do not, so they should say what the exercise says.</summary>
    public static void Holds<T>(
        string exercise, Func<T> answer, (string Claim, Func<T, bool> IsSo)[] claims, string question, string step, string because, IEnumerable<object>? not = null) =>
        Judge.Show(exercise, new(question, step, because), () => Existing.Judged(answer(), not, found =>
            claims.Where(claim => !claim.IsSo(found)).Select(claim => claim.Claim).ToList() is { Count: > 0 } missing
                ? $"{claims.Length - missing.Count} of {claims.Length} hold{(claims.Length - missing.Count == 1 ? "s" : "")}. Not so yet: {string.Join("; ", missing)}."
                : null));

    /// <summary>measure(answer) &lt; limit; the limit is what the exercise asks for, and is worked out only when there is an answer.</summary>
    /// <param name="exercise">Its name, such as <c>13.explore</c>.</param>
    /// <param name="answer">What is to be judged.</param>
    /// <param name="measure">What counts.</param>
    /// <param name="limit">What it is to pass.</param>
    /// <param name="question">The first hint.</param>
    /// <param name="step">The second hint.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="not">What lies in the session already and is no answer.</param>
    /// <param name="allowed">Whether the answer keeps the rules of the exercise; one that does not is not measured.</param>
    /// <param name="rules">These rules, as the exercise says them: what the verdict on such an answer repeats.</param>
    public static void Below<T>(
        string exercise, Func<T> answer, Func<T, double> measure, Func<double> limit, string question, string step, string because,
        IEnumerable<object>? not = null, Func<T, bool>? allowed = null, string rules = "") =>
        Judge.Show(exercise, new(question, step, because), () => Existing.Judged(answer(), not, found =>
            Fault.Against(rules, allowed?.Invoke(found) ?? true) ?? Fault.Unless(measure(found), (x, most) => x < most, limit())));

    /// <summary>measure(answer) &gt; limit, and for the rest as <see cref="Below"/>.</summary>
    public static void Above<T>(
        string exercise, Func<T> answer, Func<T, double> measure, Func<double> limit, string question, string step, string because,
        IEnumerable<object>? not = null, Func<T, bool>? allowed = null, string rules = "") =>
        Judge.Show(exercise, new(question, step, because), () => Existing.Judged(answer(), not, found =>
            Fault.Against(rules, allowed?.Invoke(found) ?? true) ?? Fault.Unless(measure(found), (x, least) => x > least, limit())));

    /// <summary>A function gives the expected number, numbers or tensor in every case.</summary>
    /// <param name="exercise">Its name, such as <c>05.compute</c>.</param>
    /// <param name="answer">The function itself, by its name: <c>Best</c>.</param>
    /// <param name="cases">Inputs and what they give: <c>([2, 3, 1], 1.8)</c>. Pairs that differ in one input only tell an answer that ignores it; 0, 1 and equal inputs hide confusions.</param>
    /// <param name="tolerance">|answer − expected| ≤ tolerance.</param>
    /// <param name="question">The first hint.</param>
    /// <param name="step">The second hint.</param>
    /// <param name="because">Why it is so.</param>
    public static void Function<T>(string exercise, Delegate answer, (object[] Inputs, T Expected)[] cases, double tolerance, string question, string step, string because) =>
        Judge.Show(exercise, new(question, step, because), () => new Trial<T>(answer, tolerance).Finding(cases));

    /// <summary>The action is refused with this kind of exception.</summary>
    public static void Throws<TException>(string exercise, Action action, string question, string step, string because) where TException : Exception =>
        Judge.Show(exercise, new(question, step, because), () =>
        {
            try { action(); }
            catch (TException) { return null; }
            return "Nothing was thrown.";
        });
}
