using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Workbook.Kernel.Headless.Export;

/// <summary>One cell's C# as parts of a program: statements where the cell stands, types and class functions at the program's end.</summary>
internal sealed class CellTranslation
{
    private readonly SemanticModel cell;
    private readonly ProgramNames names;
    private readonly CellFunctions functions;
    private readonly string source;
    private readonly CompilationUnitSyntax root;
    private readonly List<TextChange> changes = [];
    private readonly StringBuilder statements = new(), types = new(), methods = new();
    private readonly Stack<string> disposals = [];
    private readonly EarlyReturns returns;

    public CellTranslation(SemanticModel cell, ProgramNames names, CellFunctions functions)
    {
        (this.cell, this.names, this.functions) = (cell, names, functions);
        root = cell.SyntaxTree.GetCompilationUnitRoot();
        source = cell.SyntaxTree.ToString();
        foreach (var word in root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))) Rename(word);
        changes.AddRange((returns = new(cell, names)).Changes());
        foreach (var member in root.Members) Place(member);
        statements.Append(root.EndOfFileToken.LeadingTrivia.ToFullString());
    }

    /// <summary>Its using directives, which a program has at its top.</summary>
    public IEnumerable<string> Usings => root.Usings.Select(directive => directive.WithoutTrivia().ToFullString());

    /// <summary>What runs where the cell stands; at the end it lets go what it declared with <c>using</c>, as a cell does.</summary>
    public string Statements => Lines(returns.Before + statements + returns.After + string.Concat(disposals.Select(line => "\n" + line)));

    /// <summary>The types it declares.</summary>
    public string Types => Lines(types.ToString());

    /// <summary>Its methods for <see cref="CellFunctions.Class"/>.</summary>
    public string Methods => Lines(methods.ToString());

    private void Rename(SyntaxToken word)
    {
        if (names.Meaning(cell, word) is not { } symbol) return;
        var name = names.Renamed(symbol);
        var isCall = symbol is IPropertySymbol && ProgramNames.IsDeclaredByCell(symbol) && IsComputed(symbol) && word.Parent is IdentifierNameSyntax;
        if (name is null && !isCall) return;
        var label = word.Parent?.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? $"{word.Text} = "
            : word.Parent?.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax { Parent: not AssignmentExpressionSyntax } } ? $"{word.Text}: " : "";
        changes.Add(new(word.Span, label + (name ?? word.Text) + (isCall ? "()" : "")));
    }

    private void Place(MemberDeclarationSyntax member)
    {
        // What a magic or the word `using` has left: nothing is further in than the margin.
        foreach (var blank in member.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))) changes.Add(new(blank.Span, ""));
        switch (member)
        {
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                Strip(member, modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
                types.Append(Text(member.FullSpan));
                return;
            case MethodDeclarationSyntax method when cell.GetDeclaredSymbol(method) is { } symbol && functions.Has(symbol):
                Strip(method, modifier => IsAccess(modifier) || modifier.IsKind(SyntaxKind.StaticKeyword));
                changes.Add(new(new(method.ReturnType.SpanStart, 0), "public static "));
                methods.Append(Text(method.FullSpan));
                return;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } } when Kept(call) is { } kept:
                KeepToTheEnd(kept, IsAwaited(call), member.GetTrailingTrivia().ToFullString());
                return;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var value } }:
                var (open, close) = CellChain.ValueOf(cell) == value ? ("display(", ");") : ("", ";");
                statements.Append(Text(TextSpan.FromBounds(member.FullSpan.Start, value.SpanStart))).Append(open).Append(Text(value.Span)).Append(close).Append(value.GetTrailingTrivia().ToFullString());
                return;
            case FieldDeclarationSyntax field: Variable(field); break;
            case PropertyDeclarationSyntax property: Property(property); break;
            case MethodDeclarationSyntax: Strip(member, modifier => IsAccess(modifier) || modifier.IsKind(SyntaxKind.StaticKeyword)); break;
        }
        statements.Append(Text(member.FullSpan));
    }

    // A field that is never assigned has its default; a local must be told.
    private void Variable(FieldDeclarationSyntax field)
    {
        if (returns.Hoist(field, symbol => names.Renamed(symbol) ?? symbol.Name, changes)) return;
        Strip(field, modifier => !modifier.IsKind(SyntaxKind.ConstKeyword));
        foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is null)) changes.Add(new(new(variable.Span.End, 0), " = default"));
    }

    // `int X { get; set; } = 1;` is a variable, `int X => …;` a function.
    private void Property(PropertyDeclarationSyntax property)
    {
        Strip(property, modifier => true);
        if (property.ExpressionBody is not null) changes.Add(new(new(property.Identifier.Span.End, 0), "()"));
        else if (property.AccessorList is { } accessors && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }))
            changes.Add(new(TextSpan.FromBounds(property.Identifier.Span.End, accessors.Span.End), property.Initializer is null ? " = default;" : ""));
    }

    private static bool IsComputed(ISymbol property) => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: not null };

    // What stands for `using var x = …;` and `await using var x = …;` in a cell: x.DisposeWithTheCell(), x.DisposeWithTheCellAwaited().
    private static ExpressionSyntax? Kept(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(CellScope.DisposeWithTheCell) or nameof(CellScope.DisposeWithTheCellAwaited) } access ? access.Expression : null;

    private void KeepToTheEnd(ExpressionSyntax kept, bool awaited, string rest)
    {
        var name = Text(kept.Span);
        while (statements.Length > 0 && statements[^1] == ' ') statements.Length--;
        if (kept is ParenthesizedExpressionSyntax { Expression: var thing })
        {
            name = names.Free("scope");
            statements.Append(statements.Length > 0 && statements[^1] != '\n' ? " " : "").Append($"var {name} = {Text(thing.Span)};");
        }
        statements.Append(rest.TrimStart(' '));
        disposals.Push(LetGo(name, awaited, cell.GetTypeInfo(kept).Type));
    }

    private static bool IsAwaited(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(CellScope.DisposeWithTheCellAwaited) };

    private static string LetGo(string name, bool awaited, ITypeSymbol? type)
    {
        if (!awaited && (type is null || type.AllInterfaces.Append(type).Any(face => face.Name == nameof(IDisposable))))
            return Bases(type).Any(own => own.GetMembers(nameof(IDisposable.Dispose)).Any(IsPlainDispose)) ? $"{name}.Dispose();" : $"((IDisposable){name}).Dispose();";
        return $"await {name}.DisposeAsync();";
    }

    private static bool IsPlainDispose(ISymbol member) => member is IMethodSymbol { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType) yield return type;
    }

    private void Strip(MemberDeclarationSyntax member, Func<SyntaxToken, bool> unwanted)
    {
        foreach (var modifier in member.Modifiers.Where(unwanted)) changes.Add(new(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), ""));
    }

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;

    private string Text(TextSpan span)
    {
        var text = new StringBuilder();
        var at = span.Start;
        foreach (var change in changes.Where(change => change.Span.Start >= span.Start && change.Span.Start < span.End).OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length))
        {
            text.Append(source, at, change.Span.Start - at).Append(change.NewText);
            at = change.Span.End;
        }
        return text.Append(source, at, span.End - at).ToString();
    }

    // Without the blank lines that magics leave behind.
    private static string Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').SkipWhile(string.IsNullOrWhiteSpace);
        return string.Join('\n', lines).TrimEnd();
    }
}
