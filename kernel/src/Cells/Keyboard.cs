using System.ComponentModel;

namespace Workbook.Kernel.Cells;

/// <summary>Keys of a person who can send lines only: what <c>Console.ReadKey</c> means in a cell.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Keyboard
{
    /// <summary>What to say where a key is asked for and only the console itself could know: in a library, in F#.</summary>
    internal const string Advice = "A cell has no keyboard of its own: Console.ReadLine() asks the person at the front end for a line, and Stop ends a loop that waits for a key.";

    /// <summary>The next character of the line that the person sends, as a key; an empty line is Enter. The end of a line is no key more.</summary>
    public static ConsoleKeyInfo ReadKey(bool intercept = false)
    {
        _ = intercept;          // what is typed stands where it was typed
        var read = Console.In.Read();
        if (read < 0) throw new InvalidOperationException("There is no more input to take a key from.");
        var character = (char)read;
        if (character == '\n') return new('\r', ConsoleKey.Enter, shift: false, alt: false, control: false);
        if (Console.In.Peek() == '\n') Console.In.Read();
        return new(character, Key(character), shift: char.IsAsciiLetterUpper(character), alt: false, control: false);
    }

    /// <summary>Whether a cell met a console that has no keys.</summary>
    internal static bool IsMissed(Exception exception) => exception is InvalidOperationException { TargetSite: { Name: "ReadKey" or "get_KeyAvailable", DeclaringType.FullName: "System.ConsolePal" or "System.Console" } };

    private static ConsoleKey Key(char character) => char.ToUpperInvariant(character) switch
    {
        >= 'A' and <= 'Z' and var letter => ConsoleKey.A + (letter - 'A'),
        >= '0' and <= '9' and var digit => ConsoleKey.D0 + (digit - '0'),
        ' ' => ConsoleKey.Spacebar,
        '\t' => ConsoleKey.Tab,
        '\u001b' => ConsoleKey.Escape,
        '.' => ConsoleKey.OemPeriod,
        ',' => ConsoleKey.OemComma,
        '+' => ConsoleKey.OemPlus,
        '-' => ConsoleKey.OemMinus,
        '*' => ConsoleKey.Multiply,
        '/' => ConsoleKey.Divide,
        _ => ConsoleKey.None,
    };
}
