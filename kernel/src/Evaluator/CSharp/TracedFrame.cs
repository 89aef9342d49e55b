using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>One line of a traceback.</summary>
/// <param name="Place">Where: <c>Cell 3, line 2, in Step</c>, or a library's <c>Autoencoder.Encode (Autoencoder.cs, line 40)</c>.</param>
/// <param name="Source">The name of the cell or loaded file, or null for a library.</param>
/// <param name="Line">Its line, from 0.</param>
internal sealed partial record TracedFrame(string Place, string? Source, int Line)
{
    /// <summary>The frame as it is shown, or null for one that belongs to the machinery.</summary>
    public static TracedFrame? Of(StackFrame frame, Sources sources)
    {
        var method = frame.GetMethod();
        if (method is null || IsMachinery(method)) return null;
        var file = frame.GetFileName()?.Split('/', '\\')[^1];             // a library may have been built on another system
        var line = frame.GetFileLineNumber();
        var isCell = IsCell(method.DeclaringType?.Assembly.GetName().Name);
        if (isCell && sources.Find(file) is not null)
            return new($"{file}, line {line}{(Function(method) is { } function ? $", in {function}" : "")}", file, line - 1);
        if (isCell) return null;
        return new($"{(method.IsConstructor ? "" : Owner(method))}{Function(method)}{(file is null ? "" : $" ({file}, line {line})")}", null, 0);
    }

    /// <summary>Its line with its neighbours, where the source is a cell's.</summary>
    public IEnumerable<string> Quote(Sources sources) => sources.Find(Source) is { } text ? CodeFrame.Of(text, Line) : [];

    // Ours of C# cells, F# Interactive's of F# cells.
    private static bool IsCell(string? assembly) =>
        assembly is not null && (assembly.StartsWith("cell-", StringComparison.Ordinal) || assembly.StartsWith("FSI-ASSEMBLY", StringComparison.Ordinal));

    private static bool IsMachinery(MethodBase method) =>
        method.DeclaringType?.Namespace is { } space && (space == "Workbook.Widgets" || space.StartsWith("Workbook.Kernel", StringComparison.Ordinal))
        || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) == true
        || method.DeclaringType?.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices"
        || method.DeclaringType?.Assembly.GetName().Name == "FSharp.Compiler.Service"
        || method.DeclaringType?.FullName is "System.Reflection.MethodBaseInvoker" or "System.Reflection.RuntimeMethodInfo" or "System.RuntimeMethodHandle"
            or "System.Threading.ExecutionContext" or "System.Threading.ThreadPoolWorkQueue";

    private static string Owner(MethodBase method)
    {
        var type = method.DeclaringType;
        while (type is { DeclaringType: not null } && type.Name.StartsWith('<')) type = type.DeclaringType;
        return type is null ? "" : $"{Arity().Replace(type.Name, "")}.";
    }

    // The compiler's names: `<Step>d__3.MoveNext` is the async method Step, `<Step>b__0` a lambda in it, `<Step>g__Inner|0` the local function Inner.
    private static string? Function(MethodBase method)
    {
        var name = method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name;
        if (FSharpClosure().Match(method.DeclaringType?.Name ?? "") is { Success: true } closure) return closure.Groups[1].Value == "clo" ? "a lambda" : closure.Groups[1].Value;
        if (name == "main@") return null;
        if (method.IsConstructor) return $"new {TypeName.Of(method.DeclaringType!)}";
        if (LocalFunction().Match(name) is { Success: true } local) return local.Groups[1].Value;
        if (name.Contains("<Initialize>", StringComparison.Ordinal) || name == "<Factory>") return name.Contains("b__", StringComparison.Ordinal) ? "a lambda" : null;
        if (Generated().Match(name) is { Success: true } generated) return generated.Groups[1].Value + (generated.Groups[2].Value == "b" ? ", a lambda" : "");
        return name;
    }

    [GeneratedRegex(@"^(\w+)@\d+")]
    private static partial Regex FSharpClosure();

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(\w+)>(\w?)__")]
    private static partial Regex Generated();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();
}
