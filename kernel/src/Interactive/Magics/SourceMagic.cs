namespace Workbook.Kernel.Interactive.Magics;

/// <summary><c>#i "nuget: https://…"</c>: one more place to get packages from.</summary>
internal sealed class SourceMagic : Magic
{
    private const string Prefix = "nuget:";

    public override string Name => "#i";
    public override string Help => "#i \"nuget: ADDRESS\" gets packages from one more place, an address or a folder";
    public override bool ComesFirst => true;

    public override MimeBundle? Run(MagicCall call)
    {
        if (!call.Unquoted.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) throw call.Fail("A source of packages is written #i \"nuget: ADDRESS\".");
        var source = call.Unquoted[Prefix.Length..].Trim();
        call.Cell.Evaluator.Submissions.Packages.AddSource(source.Contains("://") ? source : Path.GetFullPath(source, call.Folder));
        return null;
    }
}
