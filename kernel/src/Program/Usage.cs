namespace Workbook.Kernel;

/// <summary>How the program is called.</summary>
internal static class Usage
{
    /// <summary>The commands, a line each.</summary>
    public const string Text = """
        usage: workbook-kernel COMMAND

          run CONNECTION_FILE                            serve the front end that wrote the file (Jupyter calls this)
          notebook run|html FILE… [--smoke] [--html]     run notebooks without Jupyter, write them as pages
          cells                                          run cells that come on the input, a line of JSON each, and answer with one
          compare A.ipynb B.ipynb [--out DIR]            two notebooks, or runs of one, as a page with the cells that differ side by side
          export FILE… --to cs|html|md [--out DIR]       a notebook as a C# program, a page, or Markdown
          install [WHERE] [--in-place]                   copy this kernel to where Jupyter finds it, or only tell Jupyter where it is
          uninstall [WHERE]                              take it away again
              WHERE is one of: --user (your own Jupyter folder, if you name no other), --prefix DIR (DIR/share/jupyter),
              --sys-prefix (the Python or conda environment that is active), --dir DIR (a folder of JUPYTER_PATH)
          --version, --help
        """;

    /// <summary>Says, in a sentence, what did not work; the exit code of a failure.</summary>
    public static int Failed(string sentence)
    {
        lock (ConsolePlace.Gate) Console.Error.WriteLine($"workbook-kernel: {sentence}");
        return 1;
    }

    /// <summary>Says what was wrong and how it is done; the exit code of a wrong call.</summary>
    public static int Wrong(string what)
    {
        Console.Error.WriteLine($"workbook-kernel: {what}.");
        Console.Error.WriteLine(Text);
        return 2;
    }
}
