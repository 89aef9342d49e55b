using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using FSharp.Compiler.Syntax;
using Microsoft.FSharp.Core;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>F# → the same F# with <see cref="Guard"/>'s checks at the head of every loop and function, as <see cref="Weaver"/> does for C#.</summary>
/// <remarks>
/// F# reads indentation: a check stands exactly where the body stood, and the body moves to the next line, in the same column;
/// a <c>#line</c> directive before it gives it back its number. If the result should not compile, the caller runs the original.
/// </remarks>
internal sealed class FSharpWeaver
{
    private const string Poll = "global.Workbook.Kernel.Cells.Guard.Poll()", Enter = "global.Workbook.Kernel.Cells.Guard.Enter()";
    private static readonly Assembly compiler = typeof(SynExpr).Assembly;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> children = [];
    private static readonly string[] withoutStatements = ["query"];
    private readonly SortedDictionary<(int Line, int Column), string> checks = [];

    private FSharpWeaver() { }

    /// <summary>The woven text of a cell of that name.</summary>
    public static string Weave(string text, string name, ParsedInput tree)
    {
        var weaver = new FSharpWeaver();
        weaver.Visit(tree);
        return weaver.checks.Count == 0 ? text : weaver.Apply(text, name);
    }

    private void Visit(object? node)
    {
        switch (node)
        {
            case SynExpr.Quote or SynExpr.InterpolatedString or SynType or SynPat or SynAttributeList:      // no room for statements
            case SynExpr.App { argExpr: SynExpr.ComputationExpr, funcExpr: SynExpr.Ident builder } when withoutStatements.Contains(builder.ident.idText):
                return;
            case SynExpr.While loop:
                Add(loop.doExpr, Poll);
                break;
            case SynExpr.For loop:
                Add(loop.doBody, Poll);
                break;
            case SynExpr.ForEach loop:
                Add(loop.bodyExpr, Poll);
                break;
            case SynExpr.Lambda { parsedData.Value.Item2: { } body, inLambdaSeq: false }:
                Add(body, Enter);
                break;
            case SynExpr.MatchLambda function:
                foreach (var clause in function.matchClauses) Add(clause.resultExpr, Enter);
                break;
            case SynBinding binding when IsFunction(binding):
                Add(binding.expr, Enter);
                break;
        }
        foreach (var child in Children(node)) Visit(child);
    }

    // A constructor's body must begin with the construction.
    private static bool IsFunction(SynBinding binding) => binding.headPat is SynPat.LongIdent head
        && (binding.valData.memberFlags is not null || head.argPats is SynArgPats.Pats { pats.IsEmpty: false } or SynArgPats.NamePatPairs)
        && head.longDotId.id.Last().idText != "new";

    private void Add(SynExpr body, string check)
    {
        while (body is SynExpr.Typed typed) body = typed.expr;         // a return type belongs to the head
        var at = body.Range.Start;
        if (body.Range.IsSynthetic || body is SynExpr.ArbitraryAfterError) return;
        if (check == Enter || !checks.ContainsKey((at.Line, at.Column))) checks[(at.Line, at.Column)] = check;
    }

    private static IEnumerable<object?> Children(object? node) => node switch
    {
        null or string => [],
        IEnumerable list => list.Cast<object?>(),
        _ when node.GetType() is var type && (type.Assembly == compiler || type.IsGenericType && type.Assembly == typeof(Unit).Assembly || node is System.Runtime.CompilerServices.ITuple) =>
            children.GetOrAdd(type, Properties).Select(property => property.GetValue(node)),
        _ => [],
    };

    private static PropertyInfo[] Properties(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsValueType && property.PropertyType != typeof(string)
            && property.PropertyType.Namespace is not ("FSharp.Compiler.SyntaxTrivia" or "FSharp.Compiler.Xml")
            && property.PropertyType != typeof(Ident) && property.PropertyType != typeof(SynLongIdent) && property.PropertyType != typeof(SynValData))];

    private string Apply(string text, string name)
    {
        var lines = text.Split('\n');
        var woven = new StringBuilder(text.Length + 100 * checks.Count);
        for (var i = 0; i < lines.Length; i++)
        {
            var done = 0;
            foreach (var ((line, column), check) in checks.SkipWhile(entry => entry.Key.Line < i + 1).TakeWhile(entry => entry.Key.Line == i + 1))
            {
                woven.Append(lines[i], done, column - done).Append(check);
                woven.Append(CultureInfo.InvariantCulture, $"\n#line {line} \"{name}\"\n").Append(' ', column);
                done = column;
            }
            woven.Append(lines[i], done, lines[i].Length - done).Append(i < lines.Length - 1 ? "\n" : "");
        }
        return woven.ToString();
    }
}
