using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What a cell asks of the console that a front end does in another way: clearing, and waiting for a key.</summary>
internal static class ConsoleCalls
{
    private const string Console = nameof(Console);

    /// <summary>What to call instead; null for any other call. A class of the person's own that is called Console keeps its methods.</summary>
    /// <param name="call">The call.</param>
    /// <param name="model">Asked only where the names fit.</param>
    public static string? InPlaceOf(InvocationExpressionSyntax call, Lazy<SemanticModel> model)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: Console } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Console }, Name.Identifier.ValueText: var member } => member,
            IdentifierNameSyntax { Identifier.ValueText: var alone } => alone,          // using static
            _ => null,
        };
        var ours = name switch
        {
            "Clear" => "global::Workbook.Cells.Here.ClearOutput",
            "ReadKey" => "global::Workbook.Kernel.Cells.Keyboard.ReadKey",
            _ => null,
        };
        return ours is not null && model.Value.GetSymbolInfo(call).Symbol?.ContainingType is { Name: Console, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } ? ours : null;
    }
}
