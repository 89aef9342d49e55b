namespace Workbook.Kernel;

/// <summary><c>workbook-kernel export FILE… --to cs|html|md</c>: a notebook as a program, a page, or Markdown.</summary>
internal static class ExportCommand
{
    public const string Usage = "usage: workbook-kernel export FILE… --to cs|html|md [--out DIR]";

    /// <summary>0 when everything was written, 1 when something is wrong with it, 2 when the command was typed wrongly.</summary>
    public static int Run(string[] args)
    {
        var (files, format, folder) = (new List<string>(), "", "out");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--to" or "--out" && i + 1 == args.Length) return Wrong($"{args[i]} wants {(args[i] == "--to" ? "a format: cs, html or md" : "a folder")}.");
            if (args[i] == "--to") format = args[++i];
            else if (args[i] == "--out") folder = args[++i];
            else if (args[i].StartsWith('-')) return Wrong($"there is no option {args[i]}.");
            else if (!File.Exists(args[i])) return Wrong($"there is no file {args[i]}.");
            else files.Add(args[i]);
        }
        if (files.Count == 0) return Wrong("which notebook?");
        if (format is not ("cs" or "html" or "md")) return Wrong($"--to wants cs, html or md{(format == "" ? "" : $", not {format}")}.");
        try
        {
            return files.Select(file => Write(Notebook.Read(file), format, folder, [.. files.Select(other => Path.GetFileNameWithoutExtension(other)!)])).ToList().Max();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"workbook-kernel: {exception.Message}");
            return 1;
        }
    }

    private static int Write(Notebook notebook, string format, string folder, HashSet<string> exported)
    {
        var (file, notes, isWhole) = format switch
        {
            "cs" => CSharpExport.Write(notebook, folder),
            "html" => (HtmlExport.Write(notebook, folder, exported), [], true),
            _ => (MarkdownExport.Write(notebook, folder, exported), [], true),
        };
        Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, file));
        foreach (var note in notes) Console.Error.WriteLine($"{notebook.Name}: {note}");
        if (!isWhole) Console.Error.WriteLine($"{notebook.Name}: the program does not compile as it is; the lines above say where it needs a hand.");
        return isWhole ? 0 : 1;
    }

    private static int Wrong(string problem)
    {
        Console.Error.WriteLine($"workbook-kernel: {problem}\n{Usage}");
        return 2;
    }
}
