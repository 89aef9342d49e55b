using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!share --from fsharp x [--as y]</c>: a variable of another language in this one: the same thing, not a copy.</summary>
internal sealed class ShareMagic : Magic
{
    public override string Name => "#!share";
    public override string Help => "#!share --from fsharp x [--as y] brings a variable of another language into this one";

    public override MimeBundle? Run(MagicCall call)
    {
        var (name, value) = Find(call);
        value.DeclareAs(call, name);
        return null;
    }

    /// <summary>What is shared, and the name that it gets.</summary>
    public static (string Name, SharedValue Value) Find(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["from", "as"]);
        if (options["from"] is not { } from || options.Plain is not [var name]) throw call.Fail("It is written #!share --from fsharp x, or #!share --from csharp x --as y.");
        return (options["as"] ?? name, SharedValue.Of(call, from, name));
    }
}

/// <summary><c>#!set --name x --value @fsharp:y</c>: a variable with the value of another language's, of a text, or of an answer.</summary>
internal sealed class SetMagic : Magic
{
    private const string Input = "@input:", Password = "@password:";

    public override string Name => "#!set";
    public override string Help => "#!set --name x --value @fsharp:y (or @csharp:y, @value:y, @input:PROMPT, a text) declares a variable";

    public override MimeBundle? Run(MagicCall call)
    {
        var (name, value) = Find(call);
        value.DeclareAs(call, name);
        return null;
    }

    /// <summary>What is declared, and its name.</summary>
    public static (string Name, SharedValue Value) Find(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["name", "value"]);
        if (options["name"] is not { } name || options["value"] is not { } value) throw call.Fail("It is written #!set --name x --value @fsharp:y.");
        return (name, Find(call, value));
    }

    private static SharedValue Find(MagicCall call, string value)
    {
        if (!value.StartsWith('@')) return SharedValue.Of(value);
        if (value.StartsWith(Input, StringComparison.Ordinal)) return SharedValue.Of(Ask(call, value[Input.Length..], password: false));
        if (value.StartsWith(Password, StringComparison.Ordinal)) return new(new PasswordString(Ask(call, value[Password.Length..], password: true)), typeof(PasswordString));
        var parts = value[1..].Split(':', 2);
        if (parts is not [var from, { Length: > 0 } name]) throw call.Fail($"{value} names no variable: it is written @fsharp:x.");
        return SharedValue.Of(call, from, name);
    }

    private static string Ask(MagicCall call, string prompt, bool password) => call.Cell.Output.ReadLine(prompt.Trim('"').TrimEnd() + " ", password);
}

/// <summary><c>#!value --name x</c>: keeps the lines below it as a text that <c>#!share --from value x</c> hands out.</summary>
internal sealed class ValueMagic : Magic
{
    private static readonly HttpClient client = new();

    public override string Name => "#!value";
    public override string Help => "#!value --name x keeps the lines below it (or --from-file FILE, --from-url ADDRESS) as a text for #!share --from value x";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["name", "from-file", "from-url", "mime-type"]);
        if (options["name"] is not { } name) throw call.Fail("It is written #!value --name x.");
        var text = options["from-file"] is { } file ? Read(call, file) : options["from-url"] is { } address ? Fetch(call, address) : call.Block.Text;
        call.Cell.Kernels.SendSilently(new SendValue(name, null, new FormattedValue(options["mime-type"] ?? "text/plain", text), "value"));
        return options["mime-type"] is { } mime ? Shown(text, mime) : null;
    }

    private static MimeBundle Shown(string text, string mime) =>
        mime == "application/json" ? MimeBundle.Plain(text).With(mime, JsonNode.Parse(text)!) : MimeBundle.Plain(text).With(mime, text);

    private static string Read(MagicCall call, string file)
    {
        OnlyOne(call, "file");
        var path = Path.GetFullPath(file, call.Folder);
        return File.Exists(path) ? File.ReadAllText(path) : throw call.Fail($"There is no file {file} in {Path.GetFileName(call.Folder)}/.");
    }

    private static string Fetch(MagicCall call, string address)
    {
        OnlyOne(call, "address");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https")) throw call.Fail($"{address} is no address of the web.");
        try
        {
            var text = "";
            var interruptible = call.Cell.Evaluator.Interruptible;
            interruptible.Run(async () => text = await client.GetStringAsync(place, interruptible.Token));
            return text;
        }
        catch (HttpRequestException problem)
        {
            throw call.Fail($"{address} cannot be had: {problem.Message}");
        }
    }

    private static void OnlyOne(MagicCall call, string other)
    {
        if (!string.IsNullOrWhiteSpace(call.Block.Text)) throw call.Fail($"The text comes from the {other} or from the lines below, not from both.");
    }
}

/// <summary>A value to be shared, with the type that it was declared as.</summary>
internal sealed record SharedValue(object? Value, Type Declared)
{
    /// <summary>A text.</summary>
    public static SharedValue Of(string text) => new(text, typeof(string));

    /// <summary>A variable of the language called <paramref name="from"/>.</summary>
    public static SharedValue Of(MagicCall call, string from, string name)
    {
        var variables = call.Cell.Variables;
        if (call.Cell.Magics.Find("#!" + from) is not LanguageMagic { Language: var language } found) return OfKernel(call, from, name);
        return variables.Find(language, name) is { } variable
            ? new(variable.Value, variable.Declared)
            : throw Missing(call, name, found.Name, variables.Of(language).Select(any => any.Name));
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
        call.Cell.Variables.Declare(call.Block.Language, name, Value, Declared);
    }

    private static CellFailure Missing(MagicCall call, string name, string where, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        return call.Fail($"{where} has no variable {name}{(names.Count == 0 ? "; it has none yet." : $". It has {string.Join(", ", names)}.")}");
    }
}
