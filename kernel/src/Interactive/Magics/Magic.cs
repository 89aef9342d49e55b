using System.Text.RegularExpressions;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>What a line such as <c>#!time</c> or <c>#r "library.dll"</c> does.</summary>
internal abstract class Magic
{
    /// <summary>How its line begins: <c>#!time</c>, <c>#r</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its other names.</summary>
    public virtual string[] Aliases => [];

    /// <summary>One line for <c>#!lsmagic</c>.</summary>
    public abstract string Help { get; }

    /// <summary>It takes the lines below it, up to the next block, as its text.</summary>
    public virtual bool TakesBody => false;

    /// <summary>It acts before the code around it, wherever it stands.</summary>
    public virtual bool ComesFirst => false;

    /// <summary>Does it; a result is shown like a value.</summary>
    public abstract MimeBundle? Run(MagicCall call);
}

/// <summary>One use of a magic: its block, the cell or file it stands in, the folder that its paths are relative to, and the running cell.</summary>
internal sealed record MagicCall(CellBlock Block, string Source, string Folder, RunningCell Cell)
{
    private const int Deepest = 20;

    /// <summary>What follows the name on its line.</summary>
    public string Argument => Block.Argument;

    /// <summary>The argument without its quotation marks.</summary>
    public string Unquoted => Argument.Trim().Trim('"');

    /// <summary>The full path of the file that the argument names.</summary>
    /// <exception cref="CellFailure">There is none.</exception>
    public string Existing()
    {
        var path = Path.GetFullPath(Unquoted.Length == 0 ? "." : Unquoted, Folder);
        return File.Exists(path) ? path : throw Fail($"There is no file {Unquoted} in {Path.GetFileName(Folder)}/.");
    }

    /// <summary>Runs a file's text as if it were a cell, in the language that its ending tells, else in <paramref name="otherwise"/>.</summary>
    /// <exception cref="CellFailure">It runs itself.</exception>
    public MimeBundle? RunFile(string text, string path, CellLanguage? otherwise)
    {
        if (Cell.LoadDepth == Deepest) throw Fail($"{Unquoted} loads itself.");
        var language = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".fs" or ".fsx" => "fsharp",
            ".cs" or ".csx" => null,
            _ => otherwise == CellLanguage.FSharp ? "fsharp" : null,
        };
        return Cell.Run(text, Path.GetFileName(path), Path.GetDirectoryName(path)!, language);
    }

    /// <summary>An error at the magic's line.</summary>
    public CellFailure Fail(string message)
    {
        var at = $"  at {Path.GetFileName(Source)}, line {Block.Line + 1}";
        var excerpt = Cell.Evaluator.Sources.Find(Source) is { } source ? CodeFrame.Of(source, Block.Line) : [];
        return new(new("MagicError", message, [$"{Ansi.Red("MagicError")}: {message}", at, .. excerpt]));
    }
}

/// <summary>What follows a magic's name: options (<c>--name x</c>, <c>--name "a b"</c>) and plain words.</summary>
internal sealed partial class MagicOptions
{
    private readonly Dictionary<string, string> values = [];

    public List<string> Plain { get; } = [];

    /// <summary>An option's value, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <exception cref="CellFailure">An option that the magic does not have, or one without a value.</exception>
    public static MagicOptions Parse(MagicCall call, string[] known)
    {
        var options = new MagicOptions();
        var words = Word().Matches(call.Argument).Select(match => match.Value).ToList();
        for (var i = 0; i < words.Count; i++)
            if (!words[i].StartsWith("--", StringComparison.Ordinal)) options.Plain.Add(Bare(words[i]));
            else if (!known.Contains(words[i][2..])) throw call.Fail($"{call.Block.Magic!.Name} has no option {words[i]}; it has {string.Join(", ", known.Select(name => "--" + name))}.");
            else if (++i == words.Count) throw call.Fail($"{words[i - 1]} wants a value.");
            else options.values[words[i - 1][2..]] = Bare(words[i]);
        return options;
    }

    private static string Bare(string word) => word is ['"', .. var inner, '"'] ? inner : word;

    [GeneratedRegex("""@\w+:"[^"]*"|"[^"]*"|\S+""")]
    private static partial Regex Word();
}
