using System.Text.RegularExpressions;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Colours for tracebacks, as terminals and notebooks understand them.</summary>
internal static partial class Ansi
{
    public static string Red(string text) => $"\e[31m{text}\e[0m";
    public static string Bold(string text) => $"\e[1m{text}\e[0m";
    public static string Green(string text) => $"\e[32m{text}\e[0m";
    public static string Grey(string text) => $"\e[90m{text}\e[0m";

    /// <summary>The text alone, for a file.</summary>
    public static string Without(string text) => Code().Replace(text, "");

    [GeneratedRegex("\e\\[[\\d;]*m")]
    private static partial Regex Code();
}
