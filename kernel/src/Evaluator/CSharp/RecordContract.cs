using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A record's <c>EqualityContract</c>, written out with the check of the stack: one that holds itself would else be compared until the process ends.</summary>
internal static class RecordContract
{
    private const string Name = "EqualityContract";

    /// <summary>The property as the compiler would write it, but for the check; null where there is none, or the person wrote it.</summary>
    public static string? Of(RecordDeclarationSyntax node, Lazy<SemanticModel> model)
    {
        if (node.IsKind(SyntaxKind.RecordStructDeclaration) || model.Value.GetDeclaredSymbol(node) is not { } type) return null;
        if (type.DeclaringSyntaxReferences[0].GetSyntax() != node) return null;          // a part of one has it already
        if (type.GetMembers(Name).Any(member => !member.IsImplicitlyDeclared)) return null;
        var modifiers = type.BaseType is { IsRecord: true } ? "protected override" : type.IsSealed ? "private" : "protected virtual";
        var parameters = node.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";
        return $"{modifiers} global::System.Type {Name} {{ get {{ {WovenHeads.Enter}return typeof({node.Identifier.Text}{parameters}); }} }}";
    }
}
