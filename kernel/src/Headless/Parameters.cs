using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbook.Kernel.Headless;

/// <summary>Values from outside for the variables that a notebook's cell tagged <c>parameters</c> declares, in papermill's convention.</summary>
internal static class Parameters
{
    private const string Tag = "parameters", Given = "injected-parameters";

    /// <summary>Puts a cell behind the tagged one that assigns the values, in place of an earlier run's; the notebook on disk stays as it is.</summary>
    /// <exception cref="ParameterException">The notebook has no such cell, it declares no variable of a name, or a value is not of its type.</exception>
    public static void Put(IReadOnlyDictionary<string, string> values, Notebook notebook)
    {
        var cell = notebook.Cells.FirstOrDefault(cell => cell.IsCode && cell.HasTag(Tag))
            ?? throw new ParameterException($"{notebook.Name} takes no parameters: none of its cells is tagged \"{Tag}\".");
        if (Highlight.WrittenIn(cell) is { } language) throw new ParameterException($"{notebook.Name}: its parameters stand in a cell in {language}; they can be given in C# only.");
        var declared = Declared(cell.Source);
        var lines = values.Select(pair => declared.TryGetValue(pair.Key, out var type)
            ? $"{pair.Key} = {Literal(pair.Key, type, pair.Value)};"
            : throw new ParameterException($"{notebook.Name} has no parameter {pair.Key}; it has {(declared.Count == 0 ? "none" : string.Join(", ", declared.Select(known => $"{known.Key} ({known.Value})")))}."));
        var source = "// Given from outside\n" + string.Join('\n', lines);
        foreach (var earlier in notebook.Cells.Where(other => other.HasTag(Given)).ToList()) notebook.Remove(earlier);
        notebook.Insert(notebook.Cells.Index().First(pair => pair.Item == cell).Index + 1, source, Given);
    }

    // The variables at the cell's top, each with its type; what may not be assigned is none.
    private static OrderedDictionary<string, string> Declared(string source)
    {
        var declared = new OrderedDictionary<string, string>();
        foreach (var field in CSharpSyntaxTree.ParseText(source, Compiler.Syntax).GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>())
            if (!field.Modifiers.Any(word => word.IsKind(SyntaxKind.ConstKeyword) || word.IsKind(SyntaxKind.ReadOnlyKeyword)))
                foreach (var variable in field.Declaration.Variables)
                    declared[variable.Identifier.Text] = field.Declaration.Type.IsVar ? TypeOf(variable.Initializer?.Value) : field.Declaration.Type.ToString();
        return declared;
    }

    private static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { Operand: var operand } sign when sign.IsKind(SyntaxKind.UnaryMinusExpression) || sign.IsKind(SyntaxKind.UnaryPlusExpression) => TypeOf(operand),
        LiteralExpressionSyntax { Token.Value: int } => "int",
        LiteralExpressionSyntax { Token.Value: long } => "long",
        LiteralExpressionSyntax { Token.Value: float } => "float",
        LiteralExpressionSyntax { Token.Value: double } => "double",
        LiteralExpressionSyntax { Token.Value: decimal } => "decimal",
        LiteralExpressionSyntax { Token.Value: string } => "string",
        LiteralExpressionSyntax { Token.Value: bool } => "bool",
        _ => "var",
    };

    private static string Literal(string name, string type, string value)
    {
        var plain = value.Replace("_", "", StringComparison.Ordinal);
        const NumberStyles number = NumberStyles.Float & ~NumberStyles.AllowTrailingWhite & ~NumberStyles.AllowLeadingWhite;
        var culture = CultureInfo.InvariantCulture;
        return type.TrimEnd('?') switch
        {
            _ when value == "null" && type.EndsWith('?') => "null",
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            "bool" when bool.TryParse(value, out var truth) => truth ? "true" : "false",
            "int" when int.TryParse(plain, NumberStyles.AllowLeadingSign, culture, out var whole) => whole.ToString(culture),
            "long" when long.TryParse(plain, NumberStyles.AllowLeadingSign, culture, out var whole) => whole.ToString(culture),
            "float" when float.TryParse(plain, number, culture, out var real) && float.IsFinite(real) => $"{real.ToString("R", culture)}f",
            "double" when double.TryParse(plain, number, culture, out var real) && double.IsFinite(real) => $"{real.ToString("R", culture)}d",
            "decimal" when decimal.TryParse(plain, number, culture, out var real) => $"{real.ToString(culture)}m",
            "bool" => throw Wrong("true or false"),
            "int" or "long" => throw Wrong("a whole number in its range"),
            "float" or "double" or "decimal" => throw Wrong("a number, such as 0.5 or 1e-3"),
            "var" => throw new ParameterException($"{name}: what it is cannot be seen from its cell; a parameter says its type there, int {name} = …"),
            _ => throw new ParameterException($"{name} is a {type}; numbers, texts and truth values can be given from outside."),
        };

        ParameterException Wrong(string wanted) => new($"{name}: expected {wanted} ({type}), got '{value}'.");
    }
}

/// <summary>A parameter that a notebook does not take, or not with this value; the message says which it takes.</summary>
internal sealed class ParameterException(string message) : Exception(message);
