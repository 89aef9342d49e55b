using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>The kernel's own assemblies as cells see them: little is referred to, and nothing that cells may use is missing.</summary>
public sealed class PublicFaceTests
{
    [Fact]
    public void Every_public_member_speaks_of_types_that_are_there()
    {
        var compilation = CSharpCompilation.Create("question", references: new References(CSharpLanguage.Libraries).First());
        var types = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
            .Where(assembly => assembly.Name.StartsWith("Workbook.Kernel.", StringComparison.Ordinal)).SelectMany(assembly => Types(assembly.GlobalNamespace)).ToList();
        Assert.True(types.Count > 20);
        Assert.Empty(
            from type in types
            from member in type.GetMembers().Append(type)
            where member.DeclaredAccessibility == Accessibility.Public
            from spoken in SpokenOf(member).SelectMany(Inside)
            where spoken.TypeKind == TypeKind.Error
            select $"{member}: {spoken}");
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<ITypeSymbol?> SpokenOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        INamedTypeSymbol { BaseType: { } inherited } type => type.AllInterfaces.Append<ITypeSymbol?>(inherited),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Inside(ITypeSymbol? type) => type switch
    {
        null => [],
        IArrayTypeSymbol array => Inside(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Inside).Append(named),
        _ => [type],
    };
}
