using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Extension methods of a class, and those of an extension block, over types that cells declared: a script knows extensions at its own top only.</summary>
/// <remarks>The class keeps its methods as plain static ones, and behind it stands a function for each that calls it: <c>static R F(this T x) => C.F(x);</c>. All lines stay where they were.</remarks>
internal sealed class LiftedExtensions
{
    private readonly List<(int Position, string Inserted)> inserted = [];
    private readonly List<TextSpan> blanked = [];
    private readonly StringBuilder functions = new();
    private bool isWhole = true;

    private LiftedExtensions() { }

    /// <summary>The cell with its extensions at the top; null where it has none, or something that cannot stand there: a namespace, a property of an extension block.</summary>
    public static SyntaxTree? Of(SyntaxTree cell)
    {
        var lifted = new LiftedExtensions();
        foreach (var member in cell.GetCompilationUnitRoot().Members) lifted.Member(member);
        return lifted is { isWhole: true, blanked.Count: > 0 } ? Compiler.Parse(lifted.Applied(cell.ToString()), cell.FilePath) : null;
    }

    private void Member(MemberDeclarationSyntax member)
    {
        isWhole &= member is not BaseNamespaceDeclarationSyntax;
        blanked.AddRange(member.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => modifier.Span));         // in a cell it says nothing
        if (member is not ClassDeclarationSyntax { TypeParameterList: null } type || !type.Modifiers.Any(SyntaxKind.StaticKeyword)) return;
        foreach (var inner in type.Members)
            if (inner is ExtensionBlockDeclarationSyntax block) Block(type, block);
            else if (inner is MethodDeclarationSyntax method && This(method) is { RawKind: not 0 } word) Method(type, method, word);
        inserted.Add((type.Span.End, functions.ToString()));
        functions.Clear();
    }

    private static SyntaxToken This(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.ThisKeyword)) ?? default;

    private void Method(ClassDeclarationSyntax type, MethodDeclarationSyntax method, SyntaxToken word)
    {
        blanked.Add(word.Span);
        if (IsOpen(method)) Function(type, method, method.TypeParameterList?.Parameters ?? [], method.ParameterList.Parameters);
    }

    private void Block(ClassDeclarationSyntax type, ExtensionBlockDeclarationSyntax block)
    {
        isWhole &= block is { ParameterList.Parameters: [{ Identifier.IsMissing: false, Identifier.ValueText.Length: > 0 }], ConstraintClauses.Count: 0 }
            && block.Members.All(member => member is MethodDeclarationSyntax method && !method.Modifiers.Any(SyntaxKind.StaticKeyword));
        if (!isWhole) return;
        blanked.AddRange([TextSpan.FromBounds(block.SpanStart, block.OpenBraceToken.Span.End), block.CloseBraceToken.Span]);
        var (receiver, own) = (block.ParameterList!.Parameters[0], block.TypeParameterList?.Parameters ?? []);
        foreach (var method in block.Members.Cast<MethodDeclarationSyntax>())
        {
            inserted.Add((method.ReturnType.SpanStart, "static "));
            var names = string.Join(", ", own.Select(parameter => OneLine(parameter)));
            if (own.Count > 0) inserted.Add(method.TypeParameterList is { } list ? (list.LessThanToken.Span.End, names + ", ") : (method.Identifier.Span.End, $"<{names}>"));
            inserted.Add((method.ParameterList.OpenParenToken.Span.End, OneLine(receiver) + (method.ParameterList.Parameters.Count > 0 ? ", " : "")));
            if (IsOpen(method)) Function(type, method, [.. own, .. method.TypeParameterList?.Parameters ?? []], [receiver, .. method.ParameterList.Parameters]);
        }
    }

    private static bool IsOpen(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Modifiers.Any(SyntaxKind.InternalKeyword);

    private void Function(ClassDeclarationSyntax type, MethodDeclarationSyntax method, IReadOnlyList<TypeParameterSyntax> types, IReadOnlyList<ParameterSyntax> parameters)
    {
        var first = parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword) ? OneLine(parameters[0]) : "this " + OneLine(parameters[0]);
        var (own, given) = types.Count == 0 ? ("", "") : ($"<{string.Join(", ", types.Select(parameter => OneLine(parameter)))}>", $"<{string.Join(", ", types.Select(parameter => parameter.Identifier.Text))}>");
        var head = $" static {(method.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "")}{OneLine(method.ReturnType)} {method.Identifier.Text}{own}({string.Join(", ", parameters.Skip(1).Select(OneLine).Prepend(first))})";
        var call = $"{(method.ReturnType is RefTypeSyntax ? "ref " : "")}{type.Identifier.Text}.{method.Identifier.Text}{given}({string.Join(", ", parameters.Select(Argument))})";
        functions.Append($"{head} {string.Join(' ', method.ConstraintClauses.Select(OneLine))} => {call};");
    }

    private static string Argument(ParameterSyntax parameter)
    {
        var way = parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        return (way.RawKind == 0 ? "" : parameter.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? "in " : way.Text + " ") + parameter.Identifier.Text;
    }

    // Without its comments.
    private static string OneLine(SyntaxNode node) => string.Join(' ', node.DescendantTokens().Select(token => token.Text));

    private string Applied(string text)
    {
        var written = new StringBuilder(text);
        foreach (var span in blanked) Blanks.Over(written, span);
        foreach (var (position, addition) in inserted.Select((edit, order) => (edit, order)).OrderByDescending(entry => entry.edit.Position).ThenByDescending(entry => entry.order).Select(entry => entry.edit)) written.Insert(position, addition);
        return written.ToString();
    }
}
