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
