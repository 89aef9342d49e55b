using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel;

/// <summary>A value to be shared, with the type that it was declared as.</summary>
internal sealed record SharedValue(object? Value, Type Declared)
{
    private const string Texts = "value";

    /// <summary>A text.</summary>
    public static SharedValue Of(string text) => new(text, typeof(string));

    /// <summary>A variable of the language called <paramref name="from"/>.</summary>
    public static SharedValue Of(MagicCall call, string from, string name)
    {
        var exchange = call.Cell.Exchange;
        if (from == Texts) return exchange.Texts.TryGetValue(name, out var text) ? Of(text) : throw Missing(call, name, "#!value", exchange.Texts.Keys);
        if (call.Cell.Magics.Find("#!" + from) is not LanguageMagic { Language: var language } found)
            throw call.Fail($"There is no language {from} to share from; there are csharp, fsharp and value.");
        return exchange.Find(language, name) is { } variable
            ? new(variable.Value, variable.Declared)
            : throw Missing(call, name, found.Name, exchange.Variables(language).Select(any => any.Name));
    }

    /// <summary>Makes it a variable of the language in which the magic stands.</summary>
    public void DeclareAs(MagicCall call, string name)
    {
        if (!SyntaxFacts.IsValidIdentifier(name)) throw call.Fail($"{name} cannot be the name of a variable.");
        call.Cell.Exchange.Declare(call.Block.Language, name, Value, Declared);
    }

    private static CellFailure Missing(MagicCall call, string name, string where, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        return call.Fail($"{where} has no variable {name}{(names.Count == 0 ? "; it has none yet." : $". It has {string.Join(", ", names)}.")}");
    }
}
