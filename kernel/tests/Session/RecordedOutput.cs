using System.Text;

namespace Workbook.Kernel.Tests;

/// <summary>A cell's output that remembers, in order, what was sent to it.</summary>
internal sealed class RecordedOutput(string answer = "") : ICellOutput
{
    private readonly List<string> events = [];
    private readonly StringBuilder stdout = new(), stderr = new();

    public IReadOnlyList<string> Events { get { lock (events) return [.. events]; } }

    public string Stdout { get { lock (events) return stdout.ToString(); } }

    public string Stderr { get { lock (events) return stderr.ToString(); } }

    public void Stream(string name, string text)
    {
        lock (events) (name == "stdout" ? stdout : stderr).Append(text);
    }

    public void Show(string id, MimeBundle bundle) => Add($"show {bundle.Text}");

    public void Update(string id, MimeBundle bundle) => Add($"update {bundle.Text}");

    public void Clear(bool wait) => Add("clear");

    public void Page(MimeBundle bundle) => Add($"page {bundle.Text}");

    public string ReadLine(string prompt, bool password)
    {
        Add($"ask {prompt}");
        return answer;
    }

    private void Add(string what)
    {
        lock (events) events.Add(what);
    }
}
