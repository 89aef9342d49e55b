namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!set --name x --value @fsharp:y</c>: a variable with the value of another language's, of a text, or of an answer.</summary>
internal sealed class SetMagic : Magic
{
    private const string Input = "@input:", Password = "@password:";

    public override string Name => "#!set";
    public override string Help => "#!set --name x --value @fsharp:y (or @csharp:y, @value:y, @input:PROMPT, a text) declares a variable";

    public override MimeBundle? Run(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["name", "value"]);
        if (options["name"] is not { } name || options["value"] is not { } value) throw call.Fail("It is written #!set --name x --value @fsharp:y.");
        Find(call, value).DeclareAs(call, name);
        return null;
    }

    private static SharedValue Find(MagicCall call, string value)
    {
        if (!value.StartsWith('@')) return SharedValue.Of(value);
        if (value.StartsWith(Input, StringComparison.Ordinal)) return SharedValue.Of(Ask(call, value[Input.Length..], password: false));
        if (value.StartsWith(Password, StringComparison.Ordinal)) return SharedValue.Of(Ask(call, value[Password.Length..], password: true));
        var parts = value[1..].Split(':', 2);
        if (parts is not [var from, { Length: > 0 } name]) throw call.Fail($"{value} names no variable: it is written @fsharp:x.");
        return SharedValue.Of(call, from, name);
    }

    private static string Ask(MagicCall call, string prompt, bool password) => call.Cell.Output.ReadLine(prompt.Trim('"').TrimEnd() + " ", password);
}
