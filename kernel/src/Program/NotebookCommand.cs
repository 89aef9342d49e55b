namespace Workbook.Kernel;

/// <summary><c>workbook-kernel notebook …</c>: runs notebooks without Jupyter, and writes them as pages.</summary>
internal static class NotebookCommand
{
    public const string Usage = """
        usage: workbook-kernel notebook run FILE… [--smoke] [-p NAME=VALUE…] [--out DIR | --in-place] [--solutions DIR [--every-answer]] [--html]
               workbook-kernel notebook html FILE… [--out DIR]
        """;

    /// <summary>0 when every notebook ran, 1 when one failed, 2 when the command was typed wrongly.</summary>
    public static int Run(string[] args)
    {
        if (!NotebookOptions.TryParse(args, out var options, out var problem))
        {
            Console.Error.WriteLine($"workbook-kernel: {problem}\n{Usage}");
            return 2;
        }
        try
        {
            return options.Verb == "html" ? Html(options) : options.Files.Count == 1 ? new NotebookRun(options).Run(options.Files[0]) : new NotebookSeries(options).Run();
        }
        catch (ParameterException exception)
        {
            Console.Error.WriteLine($"workbook-kernel: {exception.Message}");
            return 2;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"workbook-kernel: {exception.Message}");
            return 1;
        }
    }

    private static int Html(NotebookOptions options)
    {
        foreach (var file in options.Files) HtmlExport.Write(Notebook.Read(file), options.Out ?? Path.GetDirectoryName(Path.GetFullPath(file))!);
        return 0;
    }
}
