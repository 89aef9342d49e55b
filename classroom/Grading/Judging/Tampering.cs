using System.Text.RegularExpressions;

namespace Workbook.Grading;

/// <summary>Signs that code means the judge and not the exercise. They prove nothing: a person is to look.</summary>
internal static partial class Tampering
{
    private static readonly string[] judges = ["Check", "Verdict", "Judge"];

    /// <summary>What is odd about a student's code, as a clause: "declares Check".</summary>
    /// <param name="code">The code.</param>
    /// <param name="check">The course's check, and what only it needs.</param>
    /// <param name="allowed">Names that the exercise asks the student to declare.</param>
    public static IEnumerable<string> Signs(CellCode code, CellCode? check, IReadOnlySet<string> allowed)
    {
        foreach (var name in judges.Where(code.Declared.Contains)) yield return $"declares {name}";
        foreach (var name in judges.Where(name => name != "Check" && !code.Declared.Contains(name) && code.Names.Contains(name))) yield return $"names {name}";
        foreach (var match in Backdoor().Matches(code.Text).Select(match => match.Value).Distinct()) yield return $"mentions {match}";
        if (check is null) yield break;
        foreach (var name in code.DeclaredForOthers.Where(check.Used.Contains).Except(check.Declared).Except(allowed).Except(judges).Order(StringComparer.Ordinal))
            yield return $"declares {name}, which the check uses";
    }

    [GeneratedRegex(@"vnd\.workbook|\bBindingFlags\b|\bUnsafeAccessor\w*|\bDllImport\b|\bLibraryImport\b|\bGetCallingAssembly\b|\bStackTrace\b|/proc\b")]
    private static partial Regex Backdoor();
}
