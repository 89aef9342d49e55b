using System.Diagnostics.CodeAnalysis;

namespace Workbook.Kernel;

/// <summary>What was typed after <c>workbook-kernel notebook</c>.</summary>
internal sealed record NotebookOptions
{
    public required string Verb { get; init; }
    public List<string> Files { get; } = [];

    /// <summary>Where executed notebooks go; <c>out</c> when nothing was said, the notebook's own place with <see cref="InPlace"/>.</summary>
    public string? Out { get; private set; }

    public string? Solutions { get; private set; }

    /// <summary>Whether exercises are tried with every answer there is, right and wrong.</summary>
    public bool EveryAnswer { get; private set; }

    /// <summary>Values for what the notebooks' cells of parameters declare, in the order given.</summary>
    public OrderedDictionary<string, string> Parameters { get; } = [];

    public bool Smoke { get; private set; }
    public bool Html { get; private set; }
    public bool InPlace { get; private set; }

    public string FolderFor(string file) => InPlace ? Path.GetDirectoryName(Path.GetFullPath(file))! : Out ?? "out";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out NotebookOptions? options, out string problem)
    {
        options = args is ["run" or "html", ..] ? new() { Verb = args[0] } : null;
        problem = args.Length == 0 ? "notebook wants run or html." : $"notebook knows run and html, not {args[0]}.";
        if (options is null) return false;
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] is "--out" or "--solutions" && i + 1 == args.Length) problem = $"{args[i]} wants a folder.";
            else if (args[i] == "-p" && (i + 1 == args.Length || args[i + 1].IndexOf('=') < 1)) problem = "-p wants a name and a value: -p Epochs=1.";
            else if (args[i] == "-p" && options.Parameters.ContainsKey(args[i + 1].Split('=')[0])) problem = $"-p {args[i + 1].Split('=')[0]} is given twice.";
            else if (options.Take(args[i], i + 1 < args.Length ? args[i + 1] : "", out var took)) { i += took; continue; }
            else problem = args[i].StartsWith('-') ? $"there is no option {args[i]}." : $"there is no file {args[i]}.";
            return false;
        }
        problem = options.Files.Count == 0 ? "which notebook?" : options.InPlace && options.Parameters.Count > 0 ? "-p and --in-place exclude each other: a notebook keeps its own values."
            : options.InPlace && options.Out is not null ? "--out and --in-place exclude each other."
            : options.EveryAnswer && options.Solutions is null ? "--every-answer wants --solutions." : "";
        return problem == "";
    }

    private bool Take(string argument, string next, out int took)
    {
        took = 0;
        switch (argument)
        {
            case "--smoke": Smoke = true; break;
            case "--html": Html = true; break;
            case "--every-answer": EveryAnswer = true; break;
            case "--in-place": InPlace = true; break;
            case "--out": (Out, took) = (Path.GetFullPath(next), 1); break;
            case "--solutions": (Solutions, took) = (Path.GetFullPath(next), 1); break;
            case "-p":
                (var cut, took) = (next.IndexOf('='), 1);
                Parameters.Add(next[..cut], next[(cut + 1)..]);
                break;
            default:
                if (!File.Exists(argument)) return false;
                Files.Add(Path.GetFullPath(argument));
                break;
        }
        return true;
    }
}
