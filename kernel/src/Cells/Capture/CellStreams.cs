using System.Text;

namespace Workbook.Kernel.Cells.Capture;

/// <summary>What stands behind <see cref="Console.Out"/>: hands text on as it comes.</summary>
internal sealed class CellWriter(Action<string> print) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => print(value.ToString());

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value)) print(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => print(value + "\n");
}

/// <summary>What stands behind <see cref="Console.In"/>: asks the person at the front end, a line at a time.</summary>
internal sealed class CellReader(ConsoleCapture capture) : TextReader
{
    private string line = "";
    private int next;

    /// <summary>What is left of a line was typed for the cell that has ended.</summary>
    public void Forget() => next = line.Length;

    public override string? ReadLine()
    {
        if (next == line.Length) return Ask();
        var rest = line[next..].TrimEnd('\n');
        next = line.Length;
        return rest;
    }

    public override int Peek()
    {
        if (next == line.Length)
        {
            line = Ask() + "\n";
            next = 0;
        }
        return line[next];
    }

    public override int Read()
    {
        var character = Peek();
        next++;
        return character;
    }

    private string Ask() =>
        (capture.Output ?? throw new InvalidOperationException("No cell is running that could ask for input.")).ReadLine("", password: false);
}
