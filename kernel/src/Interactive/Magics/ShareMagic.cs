namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#!share --from fsharp x [--as y]</c>: a variable of another language in this one: the same thing, not a copy.</summary>
internal sealed class ShareMagic : Magic
{
    public override string Name => "#!share";
    public override string Help => "#!share --from fsharp x [--as y] brings a variable of another language into this one";

    public override MimeBundle? Run(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["from", "as"]);
        if (options["from"] is not { } from || options.Plain is not [var name]) throw call.Fail("It is written #!share --from fsharp x, or #!share --from csharp x --as y.");
        SharedValue.Of(call, from, name).DeclareAs(call, options["as"] ?? name);
        return null;
    }
}
