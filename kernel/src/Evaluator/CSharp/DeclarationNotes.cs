using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What a cell declares and a reader of programs would expect more of: a <c>Main</c> that nothing calls, a part of a type whose other part is in another cell.</summary>
internal static class DeclarationNotes
{
    private const string Main = nameof(Main);

    /// <summary>A sentence each.</summary>
    /// <param name="typed">The cell as written.</param>
    /// <param name="declares">Whether an earlier cell declared a type of that name.</param>
    public static IEnumerable<string> Of(SyntaxTree typed, Func<string, bool> declares)
    {
        var members = typed.GetCompilationUnitRoot().Members;
        if (members.Count > 0 && members.All(member => member is not (GlobalStatementSyntax or FieldDeclarationSyntax)) && Mains(members).Any())
            yield return "Nothing calls Main by itself in a cell: make it public and call it, or write its lines without it.";
        foreach (var part in members.OfType<TypeDeclarationSyntax>().Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(type => type.Identifier.ValueText).Distinct().Where(declares))
            yield return $"The parts of a partial type belong into one cell: this {part} takes the place of the one before it.";
    }

    private static IEnumerable<MethodDeclarationSyntax> Mains(IEnumerable<MemberDeclarationSyntax> members) => members.SelectMany(member => member switch
    {
        BaseNamespaceDeclarationSyntax space => Mains(space.Members),
        TypeDeclarationSyntax type => Mains(type.Members),
        MethodDeclarationSyntax { Identifier.ValueText: Main } method when method.Modifiers.Any(SyntaxKind.StaticKeyword) => [method],
        _ => (IEnumerable<MethodDeclarationSyntax>)[],
    });
}
