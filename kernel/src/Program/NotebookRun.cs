using System.Diagnostics;

namespace Workbook.Kernel;

/// <summary>One notebook, run in this process, with a line for every cell.</summary>
internal sealed class NotebookRun(NotebookOptions options)
{
    private const int Width = 60;

    // Opened before the capture takes the descriptors over: this is the terminal.
    private readonly TextWriter terminal = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    private readonly bool isInteractive = !Console.IsOutputRedirected;

    /// <summary>Runs it, saves it and, if asked, its page.</summary>
    public int Run(string file)
    {
        var notebook = Notebook.Read(file);
        var solutions = options.Solutions is { } folder ? Solutions.For(notebook, folder, options.EveryAnswer) : Solutions.None;
        if (options.Smoke) Environment.SetEnvironmentVariable("WORKBOOK_SMOKE", "1");
        if (options.Parameters.Count > 0) Parameters.Put(options.Parameters, notebook);
        terminal.WriteLine($"{notebook.Name}{(options.Smoke ? " (smoke)" : "")}{string.Concat(options.Parameters.Select(given => $" {given.Key}={given.Value}"))}");
        if (notebook.Cells.Any(cell => cell.HasLooseLines)) terminal.WriteLine("  Lines in this file lack their ends: each is read as a line. Jupyter would show a cell's lines as one.");
        var (watch, place) = (Stopwatch.StartNew(), Path.GetFullPath(options.FolderFor(file)));
        void Save(string how)
        {
            var target = Path.Combine(place, notebook.Name + ".ipynb");
            notebook.Save(target);
            if (options.Html) HtmlExport.Write(notebook, place);
            terminal.WriteLine($"{how} after {watch.Elapsed.TotalSeconds:0.0} s: {Path.GetRelativePath(Environment.CurrentDirectory, target)}");
        }
        var error = Execute(notebook, solutions, () => Save("ended by a cell, or from outside,"));
        Save(error is null ? "ok" : "failed");
        return error is null ? 0 : 1;
    }

    private CellError? Execute(Notebook notebook, Solutions solutions, Action save)
    {
        var language = new CSharpLanguage();
        using var capture = new ConsoleCapture();
        var runner = new Runner(language, capture, new Lines(Tell));
        void Leave(object? sender, EventArgs end)          // a cell may call Environment.Exit
        {
            runner.Collect();
            save();
        }
        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            language.Interrupt();
        }
        Console.CancelKeyPress += Stop;
        AppDomain.CurrentDomain.ProcessExit += Leave;
        try
        {
            return OnItsOwnThread(() => runner.Run(notebook, solutions));
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= Leave;
            Console.CancelKeyPress -= Stop;
        }
    }

    // Cells get the stack that they have in a kernel.
    private static CellError? OnItsOwnThread(Func<CellError?> run)
    {
        CellError? error = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try { error = run(); }
            catch (Exception exception) { failure = exception; }
        }, Guard.StackSize)
        { Name = "cells" };
        thread.Start();
        thread.Join();
        return failure is null ? error : throw new IOException(failure.Message, failure);
    }

    private void Tell(RunnerStep step)
    {
        var line = $"  [{step.Number,2}/{step.Count}] {FirstLine(step.Source)}";
        if (!step.IsDone && isInteractive) terminal.Write(line);
        if (!step.IsDone) return;
        terminal.WriteLine($"{(isInteractive ? "\r" : "")}{line} {step.Duration.TotalSeconds,6:0.0} s{(step.Error is null ? "" : "  " + step.Error.Name)}");
        foreach (var text in step.Error?.Traceback ?? []) terminal.WriteLine("      " + (isInteractive ? text : Ansi.Without(text)).ReplaceLineEndings("\n      "));
    }

    private static string FirstLine(string source)
    {
        var line = source.TrimStart().Split('\n')[0].TrimEnd();
        return line.Length <= Width ? line.PadRight(Width) : line[..(Width - 1)] + "…";
    }

    // Progress<T> would report from other threads, out of order.
    private sealed class Lines(Action<RunnerStep> tell) : IProgress<RunnerStep>
    {
        public void Report(RunnerStep value) => tell(value);
    }
}
