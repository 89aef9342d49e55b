using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>What C# allows at the top of a file and not in a script: namespaces, extension methods in a class, extension blocks, types of a file. It becomes a library beside the cells.</summary>
/// <remarks>A library knows packages and other libraries, and nothing of what cells declare.</remarks>
internal sealed class FileLibrary
{
    /// <summary>What to say where such a library does not compile either.</summary>
    public const string Advice = "Namespaces, extension methods in a class, extension blocks and types of a file are compiled beside the cells, with the other types of their cell: they may use packages and libraries, and nothing that other cells declare: put the type into the same cell. A function by itself, static string F(this T x) => …, may use all.";

    private static readonly string[] wanted = ["CS1109", "CS7021", "CS9054", "CS9283"];
    private readonly SyntaxTree usings, identity;

    private FileLibrary(SyntaxTree tree, string rest, IReadOnlyList<string> types, string name, int version, IEnumerable<string> usings)
    {
        (Tree, Rest, Types, Name, Version) = (tree, rest, types, name, version);
        this.usings = CSharpSyntaxTree.ParseText(string.Concat(usings.Select(used => $"global using {used};\n")), Options);
        identity = CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]", Options);
    }

    /// <summary>The library's part of the cell.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The rest of the cell, every line where it was.</summary>
    public string Rest { get; }

    /// <summary>The types at its top, by their full names.</summary>
    public IReadOnlyList<string> Types { get; }

    public string Name { get; }

    /// <summary>Of two libraries of one name cells see the higher version alone.</summary>
    public int Version { get; }

    private static CSharpParseOptions Options { get; } = Compiler.Syntax.WithKind(SourceCodeKind.Regular);

    /// <summary>Whether the errors of a cell are of this kind.</summary>
    public static bool IsWanted(IEnumerable<Diagnostic> errors) => errors.Any(error => wanted.Contains(error.Id));

    /// <summary>The types and namespaces of a cell as a library.</summary>
    /// <param name="cell">The cell as written. A type of the file stays one where no statement of the cell could use it.</param>
    /// <param name="identify">A name and a version for a library of these types.</param>
    /// <param name="usings">What the cells before it use.</param>
    public static FileLibrary Of(SyntaxTree cell, Func<IReadOnlyList<string>, (string Name, int Version)> identify, IEnumerable<string> usings)
    {
        var members = cell.GetCompilationUnitRoot().Members;
        var hasStatements = !members.All(IsOfLibrary);
        var types = members.SelectMany(TypesIn).Where(type => hasStatements || !type.Modifiers.Any(SyntaxKind.FileKeyword)).ToList();
        var (text, rest) = (new StringBuilder(cell.ToString()), new StringBuilder(cell.ToString()));
        foreach (var member in members) Blanks.Over(IsOfLibrary(member) ? rest : text, member.Span);
        foreach (var inner in types.SelectMany(type => type.DescendantNodes().OfType<MemberDeclarationSyntax>())) OpenUp(text, inner.Modifiers);
        foreach (var type in Enumerable.Reverse(types)) MakePublic(text, type);
        var names = types.Select(FullName).Distinct().ToList();
        var (name, version) = identify(names);
        return new(CSharpSyntaxTree.ParseText(text.ToString(), Options, cell.FilePath, Encoding.UTF8), rest.ToString(), names, name, version, usings);
    }

    /// <summary>A compilation of one form of its text.</summary>
    public CSharpCompilation Create(SyntaxTree text, IEnumerable<MetadataReference> references, CSharpCompilationOptions options) =>
        CSharpCompilation.Create(Name, [text, usings, identity], references, options.WithUsings());

    private static bool IsOfLibrary(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax;

    private static IEnumerable<MemberDeclarationSyntax> TypesIn(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(TypesIn),
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => [member],
        _ => [],
    };

    private static string FullName(MemberDeclarationSyntax type)
    {
        var spaces = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()).Reverse();
        var (name, parameters) = type switch
        {
            DelegateDeclarationSyntax function => (function.Identifier.ValueText, function.TypeParameterList),
            TypeDeclarationSyntax declared => (declared.Identifier.ValueText, declared.TypeParameterList),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier.ValueText, null),
        };
        return string.Join('.', spaces.Append(name)) + (parameters is null ? "" : $"`{parameters.Parameters.Count}");
    }

    // Cells are other assemblies: what the assembly may use is theirs too.
    private static void OpenUp(StringBuilder text, SyntaxTokenList modifiers)
    {
        if (modifiers.Any(SyntaxKind.ProtectedKeyword) || modifiers.Any(SyntaxKind.PrivateKeyword)) return;
        foreach (var modifier in modifiers.Where(modifier => modifier.IsKind(SyntaxKind.InternalKeyword)))
            text.Remove(modifier.SpanStart, modifier.Span.Length).Insert(modifier.SpanStart, "public".PadRight(modifier.Span.Length));
    }

    private static void MakePublic(StringBuilder text, MemberDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PublicKeyword)) return;
        OpenUp(text, type.Modifiers);
        if (type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword)) is { RawKind: not 0 } file) text.Remove(file.SpanStart, file.Span.Length).Insert(file.SpanStart, "public");
        else if (!type.Modifiers.Any(SyntaxKind.InternalKeyword)) text.Insert((type.AttributeLists is [.., var last] ? last.GetLastToken().GetNextToken() : type.GetFirstToken()).SpanStart, "public ");
    }
}
