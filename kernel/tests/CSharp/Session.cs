namespace Workbook.Kernel.Tests;

/// <summary>A session without sockets: run a cell, look at what came.</summary>
internal sealed class Session : ICellOutput
{
    private const int MostAtOnce = 4;
    private static readonly Queue<Session> recent = [];
    private int count;

    // Tests of sessions run one after the other: those of tests that have ended give back what they hold.
    public Session()
    {
        lock (recent)
        {
            recent.Enqueue(this);
            if (recent.Count > MostAtOnce) recent.Dequeue().Language.Dispose();
        }
    }

    public CSharpLanguage Language { get; } = new();
    public List<(string Id, MimeBundle Bundle)> Shown { get; } = [];
    public List<(string Id, MimeBundle Bundle)> Updated { get; } = [];
    public List<string> Streams { get; } = [];

    /// <summary>What the person types, in turn; and what they were asked.</summary>
    public Queue<string> Answers { get; } = [];
    public List<(string Prompt, bool Password)> Asked { get; } = [];

    /// <summary>Runs a cell that must succeed and returns its value's text, or null.</summary>
    public string? Value(string code) => Run(code) switch
    {
        CellOutcome.Done(var value) => value?.Text,
        CellOutcome.Failed(var error) => throw new Xunit.Sdk.XunitException(string.Join('\n', error.Traceback)),
        var other => throw new Xunit.Sdk.XunitException(other.ToString()),
    };

    /// <summary>Runs a cell that must succeed and returns its value in one format, or null where it has none in it.</summary>
    public string? Format(string mimeType, string code) =>
        Assert.IsType<CellOutcome.Done>(Run(code)).Value!.Formats.GetValueOrDefault(mimeType)?.ToString();

    /// <summary>The value's HTML without the frame that scopes its style.</summary>
    public string? Html(string code) => Unframed(Format("text/html", code));

    public static string? Unframed(string? html) =>
        html is null ? null : System.Text.RegularExpressions.Regex.Replace(html, "<div class=\"wb-value\"><style>.*?</style>(.*?)</div>", "$1", System.Text.RegularExpressions.RegexOptions.Singleline);

    /// <summary>Runs a cell that must fail.</summary>
    public CellError Error(string code) => Assert.IsType<CellOutcome.Failed>(Run(code)).Error;

    public CellOutcome Run(string code)
    {
        SynchronizationContext.SetSynchronizationContext(null);        // xunit's, which a cell thread has not
        return Language.Run(code, ++count, this);
    }

    /// <summary>The traceback without colours.</summary>
    public static string Plain(CellError error) => Ansi.Without(string.Join('\n', error.Traceback));

    public void Show(string id, MimeBundle bundle) => Shown.Add((id, bundle));
    public void Update(string id, MimeBundle bundle) => Updated.Add((id, bundle));
    public void Stream(string name, string text) => Streams.Add(text);
    public void Clear(bool wait) => Shown.Clear();
    public void Page(MimeBundle bundle) => Shown.Add(("page", bundle));

    public string ReadLine(string prompt, bool password)
    {
        Asked.Add((prompt, password));
        return Answers.TryDequeue(out var answer) ? answer : throw new InvalidOperationException("nobody is there");
    }
}
