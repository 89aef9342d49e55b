using System.Net;
using static System.FormattableString;

namespace Workbook.Display;

/// <summary>How far a long job has come: shown once, then updated in place.</summary>
/// <param name="Title">What the job is.</param>
/// <param name="Fraction">From 0 to 1.</param>
/// <param name="Note">What else there is to say.</param>
[TypeFormatterSource("text/html", "text/plain")]
public sealed record ProgressBar(string Title, double Fraction, string Note = "") : IShowable
{
    /// <summary>A bar of twenty signs, and a real one where HTML is shown.</summary>
    public MimeBundle ToMime() => MimeBundle
        .Plain(Invariant($"{Title} [{new string('#', (int)(20 * Fraction)),-20}] {Fraction:P0} {Note}").TrimEnd())
        .With("text/html", Invariant($"<div>{WebUtility.HtmlEncode(Title)} <progress value=\"{Fraction:F3}\"></progress> {WebUtility.HtmlEncode(Note)}</div>"));
}
