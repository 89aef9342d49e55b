using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>Parameters that the compiler fills with the text of another argument, written out: woven text must not be seen through <c>CallerArgumentExpression</c>.</summary>
internal static class CallerArguments
{
    /// <summary>What to write before the closing bracket of a call, so that each such parameter gets the text as it stands; empty where there is none.</summary>
    public static string Of(SemanticModel model, SyntaxNode call, BaseArgumentListSyntax arguments)
    {
        var symbol = model.GetSymbolInfo(call).Symbol;
        var parameters = (symbol as IMethodSymbol)?.Parameters ?? (symbol as IPropertySymbol)?.Parameters ?? [];
        var texts = new List<string>();
        foreach (var parameter in parameters.Where(parameter => parameter.IsOptional && Argument(parameter, arguments) is null))
            if (Described(parameter) is { } name && Expression(name, symbol!, parameters, call, arguments) is { } expression)
                texts.Add($"@{parameter.Name}: {SymbolDisplay.FormatLiteral(expression.ToString(), quote: true)}");
        return texts.Count == 0 ? "" : (arguments.Arguments.Count == 0 ? "" : ", ") + string.Join(", ", texts);
    }

    // The name of the parameter whose argument it is to describe.
    private static string? Described(IParameterSymbol parameter) => parameter.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.Name == "CallerArgumentExpressionAttribute")?.ConstructorArguments is [{ Value: string name }] ? name : null;

    private static ExpressionSyntax? Expression(string name, ISymbol called, IEnumerable<IParameterSymbol> parameters, SyntaxNode call, BaseArgumentListSyntax arguments) =>
        parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter
            ? parameter.IsParams ? null : Argument(parameter, arguments)?.Expression
            : name == Receiver(called) && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Expression : null;

    private static string? Receiver(ISymbol called) =>
        (called as IMethodSymbol)?.ReducedFrom?.Parameters[0].Name ?? called.ContainingType?.ExtensionParameter?.Name;

    private static ArgumentSyntax? Argument(IParameterSymbol parameter, BaseArgumentListSyntax arguments) =>
        arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
        ?? (parameter.Ordinal < arguments.Arguments.Count && arguments.Arguments[parameter.Ordinal] is { NameColon: null } inOrder ? inOrder : null);
}
