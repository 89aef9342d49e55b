namespace Workbook.Kernel;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    /// <summary>The commands, a line each.</summary>
    public const string Text = """
        usage: workbook-kernel COMMAND

          run CONNECTION_FILE                            serve the front end that wrote the file (Jupyter calls this)
          notebook run|html FILE… [--smoke] [--html]     run notebooks without Jupyter, write them as pages
          export FILE… --to cs|html|md [--out DIR]       a notebook as a C# program, a page, or Markdown
          install   [--user | --prefix DIR | --dir DIR]  tell Jupyter about this kernel
          uninstall [--user | --prefix DIR | --dir DIR]  take it away again
          --version, --help
        """;

    /// <summary>Says what was wrong and how it is done; the exit code of a wrong call.</summary>
    public static int Wrong(string what)
    {
        Console.Error.WriteLine($"workbook-kernel: {what}.");
        Console.Error.WriteLine(Text);
        return 2;
    }
}
