using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What the place of the cursor itself asks for: parameters of the call, members of the thing being made, values of the enum compared with.</summary>
internal static class ExpectedNames
{
    /// <summary>Offers that belong before every other name in scope.</summary>
    public static IEnumerable<Completion> At(CursorContext question, int start)
    {
        var before = question.Text.AsSpan(0, start).TrimEnd();
        if (before.IsEmpty) return [];
        var token = question.Tree.GetRoot().FindToken(before.Length - 1);
        return token.Kind() switch
        {
            SyntaxKind.OpenParenToken or SyntaxKind.CommaToken when token.Parent is BaseArgumentListSyntax arguments => Parameters(question.Model, arguments),
            SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken when token.Parent is InitializerExpressionSyntax initializer => Settable(question, initializer),
            SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken when token.Parent is PropertyPatternClauseSyntax { Parent: RecursivePatternSyntax pattern } properties => Readable(question, pattern, properties),
            SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken when token.Parent is BinaryExpressionSyntax comparison => Values(question, comparison.Left),
            SyntaxKind.CaseKeyword when token.Parent?.FirstAncestorOrSelf<SwitchStatementSyntax>() is { } choice => Values(question, choice.Expression),
            _ => [],
        };
    }

    private static IEnumerable<Completion> Parameters(SemanticModel model, BaseArgumentListSyntax arguments)
    {
        var methods = arguments.Parent switch
        {
            InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression),
            ObjectCreationExpressionSyntax creation => model.GetMemberGroup(creation),
            _ => [],
        };
        var given = arguments.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).ToHashSet();
        return methods.OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters)
            .Where(parameter => !given.Contains(parameter.Name))
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new Completion(parameter.Name + ":", "param", parameter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static IEnumerable<Completion> Settable(CursorContext question, InitializerExpressionSyntax initializer)
    {
        var made = initializer.Parent switch { BaseObjectCreationExpressionSyntax creation => creation, WithExpressionSyntax copy => copy.Expression, _ => null };
        if (made is null || question.Model.GetTypeInfo(made).Type is not { } type) return [];
        var given = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet();
        return question.Model.LookupSymbols(question.Position, type)
            .Where(member => !member.IsStatic && !given.Contains(member.Name))
            .Where(member => member is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false, IsImplicitlyDeclared: false })
            .Select(member => new Completion(member.Name, member is IFieldSymbol ? "field" : "property", member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static IEnumerable<Completion> Readable(CursorContext question, RecursivePatternSyntax pattern, PropertyPatternClauseSyntax properties)
    {
        if ((pattern.Type is { } named ? question.Model.GetTypeInfo(named).Type : question.Model.GetTypeInfo(pattern).ConvertedType) is not { } type) return [];
        var given = properties.Subpatterns.Select(part => part.NameColon?.Name.Identifier.ValueText).ToHashSet();
        return question.Model.LookupSymbols(question.Position, type)
            .Where(member => !member.IsStatic && !given.Contains(member.Name) && member is IPropertySymbol { GetMethod: not null, IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false })
            .Select(member => new Completion(member.Name, member is IFieldSymbol ? "field" : "property", member.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static IEnumerable<Completion> Values(CursorContext question, ExpressionSyntax compared)
    {
        if (question.Model.GetTypeInfo(compared).Type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type) return [];
        var name = type.ToMinimalDisplayString(question.Model, question.Position);
        return type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new Completion($"{name}.{field.Name}", "enum", $"{name}.{field.Name} = {field.ConstantValue}"));
    }
}
