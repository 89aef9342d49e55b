using System.Runtime.ExceptionServices;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>An exception that nobody caught on another thread, or in an <c>async void</c>, is told on the error stream and the session lives on.</summary>
internal static class UnhandledExceptions
{
    private static readonly Lock gate = new();
    private static Sources? told;

    /// <summary>From now on, tracebacks of such exceptions quote these sources. The handler itself is the process's and is set once.</summary>
    public static void Arrange(Sources sources)
    {
        lock (gate)
        {
            if (told is null) ExceptionHandling.SetUnhandledExceptionHandler(Tell);
            told = sources;
        }
    }

    private static bool Tell(Exception exception)
    {
        if (exception is CellInterruptedException or ThreadInterruptedException) return true;
        var error = Traceback.Describe(exception, told!);
        Console.Error.WriteLine("An exception that nobody caught, on another thread:");
        foreach (var line in error.Traceback) Console.Error.WriteLine(line);
        return true;
    }
}
