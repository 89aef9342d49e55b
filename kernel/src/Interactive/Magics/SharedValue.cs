using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>A value to be shared, with the type that it was declared as.</summary>
internal sealed record SharedValue(object? Value, Type Declared)
{
    /// <summary>A text.</summary>
    public static SharedValue Of(string text) => new(text, typeof(string));

    /// <summary>A variable of the language called <paramref name="from"/>.</summary>
    public static SharedValue Of(MagicCall call, string from, string name)
    {
        var exchange = call.Cell.Exchange;
        if (call.Cell.Magics.Find("#!" + from) is not LanguageMagic { Language: var language } found) return OfKernel(call, from, name);
        return exchange.Find(language, name) is { } variable
            ? new(variable.Value, variable.Declared)
            : throw Missing(call, name, found.Name, exchange.Variables(language).Select(any => any.Name));
    }

    // Any other kernel under the root is asked as the interactive package would: what a package has added, and the texts of #!value.
    private static SharedValue OfKernel(MagicCall call, string from, string name)
    {
        var kernel = call.Cell.Kernels.Root.FindKernelByName(from);
        if (kernel?.SupportsCommandType(typeof(RequestValue)) != true) throw call.Fail($"There is no language {from} to share from; there are {Listed([.. Sources(call)])}.");
        var answer = call.Cell.Kernels.SendSilently(new RequestValue(name, targetKernelName: from));
        if (answer.Events.OfType<ValueProduced>().FirstOrDefault() is { } found)
            return found.Value is { } value ? new(value, value.GetType()) : Of(found.FormattedValue.Value);
        var known = call.Cell.Kernels.SendSilently(new RequestValueInfos(from)).Events.OfType<ValueInfosProduced>();
        throw Missing(call, name, "#!" + from, known.SelectMany(infos => infos.ValueInfos).Select(info => info.Name));
    }

    private static string Listed(List<string> names) => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static IEnumerable<string> Sources(MagicCall call) => call.Cell.Kernels.Root.ChildKernels
        .Where(kernel => kernel.SupportsCommandType(typeof(RequestValue))).Select(kernel => kernel.Name).Order(StringComparer.Ordinal);

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
