using Workbook.Display;

namespace Workbook.Kernel;

/// <summary><c>#!value --name x</c>: keeps the lines below it as a text that <c>#!share --from value x</c> hands out.</summary>
internal sealed class ValueMagic : Magic
{
    public override string Name => "#!value";
    public override string Help => "#!value --name x keeps the lines below it (or --from-file FILE) as a text for #!share --from value x";
    public override bool TakesBody => true;

    public override MimeBundle? Run(MagicCall call)
    {
        var options = MagicOptions.Parse(call, ["name", "from-file"]);
        if (options["name"] is not { } name) throw call.Fail("It is written #!value --name x.");
        call.Cell.Exchange.Texts[name] = options["from-file"] is { } file ? Read(call, file) : call.Block.Text;
        return null;
    }

    private static string Read(MagicCall call, string file)
    {
        if (!string.IsNullOrWhiteSpace(call.Block.Text)) throw call.Fail("The text comes from the file or from the lines below, not from both.");
        var path = Path.GetFullPath(file, call.Folder);
        return File.Exists(path) ? File.ReadAllText(path) : throw call.Fail($"There is no file {file} in {Path.GetFileName(call.Folder)}/.");
    }
}
