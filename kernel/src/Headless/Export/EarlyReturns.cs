using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Headless.Export;

/// <summary>What a cell returns at its top, in a program that goes on with the next cell: the value is shown, and what is left of the cell is jumped over.</summary>
internal sealed class EarlyReturns
{
    private readonly SemanticModel cell;
    private readonly List<ReturnStatementSyntax> jumps;
    private readonly ReturnStatementSyntax? last;
    private readonly List<string> hoisted = [];
    private readonly string label;

    /// <param name="cell">The cell.</param>
    /// <param name="names">Where its label gets a name.</param>
    public EarlyReturns(SemanticModel cell, ProgramNames names)
    {
        this.cell = cell;
        var members = cell.SyntaxTree.GetCompilationUnitRoot().Members;
        last = (members.LastOrDefault() as GlobalStatementSyntax)?.Statement as ReturnStatementSyntax;
        jumps = [.. members.OfType<GlobalStatementSyntax>()
            .SelectMany(member => member.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            .OfType<ReturnStatementSyntax>().Where(statement => statement != last)];
        label = jumps.Count == 0 ? "" : names.Free("end");
    }

    /// <summary>What stands before the cell: variables that it declares behind a return, and that later cells may use all the same.</summary>
    public string Before => string.Concat(hoisted.Select(line => line + "\n"));

    /// <summary>What stands behind it: the place that is jumped to.</summary>
    public string After => label == "" ? "" : $"\n{label}:;";

    /// <summary>The statements as the program has them.</summary>
    public IEnumerable<TextChange> Changes()
    {
        if (last is not null) jumps.Add(last);
        foreach (var statement in jumps)
        {
            var (open, close) = statement == last ? ("", "") : ("{ ", $" goto {label}; }}");
            if (statement.Expression is not { } value)
            {
                yield return new(statement.Span, statement == last ? "" : $"goto {label};");
                continue;
            }
            var (show, shown) = cell.GetTypeInfo(value).Type is { Name: "DisplayedValue" } ? ("_ = ", ";") : ("display(", ");");
            yield return new(TextSpan.FromBounds(statement.SpanStart, value.SpanStart), open + show);
            yield return new(TextSpan.FromBounds(value.Span.End, statement.Span.End), shown + close);
        }
    }

    /// <summary>A declaration behind a return becomes an assignment, and its variables are declared before the cell; false where it may stay.</summary>
    public bool Hoist(FieldDeclarationSyntax field, Func<ISymbol, string> name, List<TextChange> changes)
    {
        var variables = field.Declaration.Variables;
        if (!jumps.Exists(jump => jump != last && jump.SpanStart < field.SpanStart) || field.Modifiers.Any(SyntaxKind.ConstKeyword)) return false;
        var symbols = variables.Select(variable => cell.GetDeclaredSymbol(variable)).OfType<IFieldSymbol>().ToList();
        if (symbols.Count < variables.Count || symbols.Exists(symbol => symbol.Type.IsAnonymousType)) return false;
        hoisted.AddRange(symbols.Select(symbol => $"{symbol.Type.ToMinimalDisplayString(cell, 0)} {name(symbol)} = default;"));
        changes.Add(new(TextSpan.FromBounds(field.SpanStart, variables[0].SpanStart), ""));
        changes.AddRange(variables.GetSeparators().Select(comma => new TextChange(comma.Span, ";")));
        changes.AddRange(variables.Where(variable => variable.Initializer is null).Select(variable => new TextChange(new(variable.Span.End, 0), " = default")));
        return true;
    }
}
