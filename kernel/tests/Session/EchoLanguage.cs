namespace Workbook.Kernel.Tests;

/// <summary>A language of one verb per cell, to speak the protocol with: <c>print x</c>, <c>value x</c>, <c>raise x</c>, <c>loop</c>…</summary>
internal sealed class EchoLanguage : ILanguage
{
    private CancellationTokenSource running = new();

    public CellOutcome Run(string code, int executionCount, ICellOutput output)
    {
        running = new CancellationTokenSource();
        Guard.Begin(running.Token);
        var (verb, rest) = Split(code);
        try
        {
            return Do(verb, rest, output);
        }
        catch (OperationCanceledException)
        {
            return Failed("Interrupted", "stopped");
        }
        catch (InvalidOperationException problem)
        {
            return Failed(nameof(InvalidOperationException), problem.Message);
        }
    }

    public CellOutcome Call(Action action)
    {
        try
        {
            action();
            return new CellOutcome.Done(null);
        }
        catch (InvalidOperationException problem)
        {
            return Failed(nameof(InvalidOperationException), problem.Message);
        }
    }

    public bool Interrupt()
    {
        running.Cancel();
        return true;
    }

    public Completions Complete(string code, int cursor)
    {
        var start = code.LastIndexOf(' ', Math.Max(cursor - 1, 0)) + 1;
        return new Completions(start, cursor, [new Completion(code[start..cursor].ToUpperInvariant(), "shout", "(twice)")]);
    }

    public MimeBundle? Inspect(string code, int cursor, bool detailed) =>
        cursor > 0 && code != "nothing" ? MimeBundle.Plain($"{code[cursor - 1]}{(detailed ? " in detail" : "")}") : null;

    public Completeness IsComplete(string code) =>
        code.EndsWith('{') ? Completeness.Incomplete : code.StartsWith('}') ? Completeness.Invalid : Completeness.Complete;

    private CellOutcome Do(string verb, string rest, ICellOutput output)
    {
        switch (verb)
        {
            case "print": Console.Write(rest); break;
            case "halve": Console.Write(rest[..1]); break;
            case "warn": Console.Error.Write(rest); break;
            case "count": for (var i = 0; i < int.Parse(rest); i++) Console.WriteLine(i); break;
            case "mixed": for (var i = 0; i < int.Parse(rest); i++) { Console.Write($"{i},"); output.Show($"d{i}", MimeBundle.Plain($"{i}")); } break;
            case "show": output.Show(rest, MimeBundle.Plain("first").With("image/png", [1, 2, 3])); output.Update(rest, MimeBundle.Plain("second")); break;
            case "animate": for (var i = 0; i <= int.Parse(rest); i++) { output.Update("a", MimeBundle.Plain($"{i}")); output.Update("b", MimeBundle.Plain($"{-i}")); } break;
            case "page": output.Page(MimeBundle.Plain(rest)); break;
            case "clear": output.Clear(wait: true); break;
            case "loop": Console.Write("looping"); while (true) running.Token.ThrowIfCancellationRequested();
            case "ask": return new CellOutcome.Done(MimeBundle.Plain(output.ReadLine(rest, password: false)));
            case "later": _ = Task.Delay(100).ContinueWith(_ => Console.Write(rest)); break;
            case "value": return new CellOutcome.Done(MimeBundle.Plain(rest));
            case "raise": return Failed("EchoError", rest);
            case "crash": throw new NotSupportedException(rest);
            case "exit": return new CellOutcome.Exit(int.Parse(rest));
        }
        return new CellOutcome.Done(null);
    }

    private static CellOutcome.Failed Failed(string name, string message) => new(new CellError(name, message, [$"{name}: {message}"]));

    private static (string Verb, string Argument) Split(string code) =>
        code.IndexOf(' ') is var at and >= 0 ? (code[..at], code[(at + 1)..]) : (code, "");
}
