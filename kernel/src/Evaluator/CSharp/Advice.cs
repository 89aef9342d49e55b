using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A sentence beside an error of the compiler's that a cell gets and a program would not, or that means something else here.</summary>
internal static partial class Advice
{
    private const string Span = "A variable at the top of a cell lives on after it, and a span or another ref struct cannot: put braces { … } around the lines that use it, or keep an array (.ToArray()).";
    private const string Reference = "A variable at the top of a cell lives on after it, and a reference cannot: put braces { … } around the lines that use it.";
    private const string Pointer = "Pointers are for unsafe code: put unsafe { … } around the lines that use them.";
    private const string List = "A list in brackets takes its type from where it goes, and here it goes nowhere: write new[] { … }, or int[] xs = [ … ];";
    private const string Dynamic = "What comes from F# with a type that C# has no name for is dynamic, and a lambda needs to know what it is given: ((IEnumerable<dynamic>)xs).Sum(x => (double)x.Value).";
    private const string NotHere = "Of .NET Interactive's kernels there are csharp, fsharp and those of text here (Kernel.Root has them); PowerShell, SQL, KQL and a C# kernel of one's own are not.";

    private static readonly string[] missing = ["CS0103", "CS0117", "CS0234", "CS0246"];
    private static readonly string[] kernels = ["'CSharpKernel'", "'FSharpKernel'", "'PowerShellKernel'", "'SqlKernel'", "'MsSqlKernel'", "'KqlKernel'", "'JupyterKernel'", "'CSharp'", "'FSharp'", "'PowerShell'"];

    /// <summary>The sentence, or null where the compiler has said all.</summary>
    public static string? On(Diagnostic error) => error.Id switch
    {
        "CS8345" => Span,
        "CS0029" when error.GetMessage(CultureInfo.InvariantCulture) is var message && message.Contains("Span<", StringComparison.Ordinal) && message.EndsWith("'object'", StringComparison.Ordinal) => Span,
        "CS0214" => Pointer,
        "CS0029" or "CS0266" or "CS1503" when Again(error) is { } name => $"{name} was declared again, and what an earlier cell made is of the type before it: declare the variable anew (var x = …), or run the cells that made it again.",
        "CS1977" => Dynamic,
        "CS9176" => List,
        "CS0501" when IsReference(error) => Reference,
        _ when missing.Contains(error.Id) && IsOfInteractive(error) => NotHere,
        _ => null,
    };

    // cannot convert from 'Town [Cell 3(1)]' to 'Town [Cell 1(1)]'
    private static string? Again(Diagnostic error) =>
        TwoCells().Match(error.GetMessage(CultureInfo.InvariantCulture)) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"'(?<name>\w+) \[Cell [^']*' to '\k<name> \[Cell ")]
    private static partial Regex TwoCells();

    // `ref int x = ref …;` at the top is read as the beginning of a method.
    private static bool IsReference(Diagnostic error) => error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()
        is { ReturnType: RefTypeSyntax, ParameterList.OpenParenToken.IsMissing: true };

    private static bool IsOfInteractive(Diagnostic error)
    {
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        var quoted = kernels.Any(name => message.Contains(name, StringComparison.Ordinal));
        return quoted && (message.Contains("Kernel", StringComparison.Ordinal) || message.Contains("Microsoft.DotNet.Interactive", StringComparison.Ordinal));
    }
}
