namespace Workbook.Kernel;

/// <summary><c>workbook-kernel compare A.ipynb B.ipynb</c>: which cells differ, as a page.</summary>
internal static class CompareCommand
{
    public const string Usage = "usage: workbook-kernel compare A.ipynb B.ipynb [--out DIR]";

    /// <summary>0 when they are alike, 1 when they differ, 2 when the command was typed wrongly or a file is no notebook, as <c>diff</c> has it.</summary>
    public static int Run(string[] args)
    {
        var (files, folder) = (new List<string>(), "out");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--out" && i + 1 == args.Length) return Wrong("--out wants a folder.");
            if (args[i] == "--out") folder = args[++i];
            else if (args[i].StartsWith('-')) return Wrong($"there is no option {args[i]}.");
            else if (!File.Exists(args[i])) return Wrong($"there is no file {args[i]}.");
            else files.Add(args[i]);
        }
        if (files.Count != 2) return Wrong($"compare wants two notebooks, got {files.Count}.");
        try
        {
            var (before, after) = (Notebook.Read(files[0]), Notebook.Read(files[1]));
            var pairs = NotebookComparison.Of(before, after);
            var page = ComparePage.Write(before, after, pairs, folder);
            Console.WriteLine($"{ComparePage.Summary(pairs)}: {Path.GetRelativePath(Environment.CurrentDirectory, page)}");
            return pairs.Any(pair => pair.Differs) ? 1 : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"workbook-kernel: {exception.Message}");
            return 2;
        }
    }

    private static int Wrong(string problem)
    {
        Console.Error.WriteLine($"workbook-kernel: {problem}\n{Usage}");
        return 2;
    }
}
