using System.Globalization;
using System.Text.Json;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>The history of past sessions: a folder with a file for each, one line of JSON for each cell.</summary>
/// <remarks>A session writes its own file only, so that kernels which run at once cannot harm each other's; the file's name is the session's number.</remarks>
internal sealed class HistoryFolder(string path)
{
    /// <summary>How many sessions are kept, the newest.</summary>
    public const int Sessions = 1000;

    /// <summary>How many bytes are kept, and how many of them one session may write.</summary>
    public const long Bytes = 16_000_000, BytesOfSession = 4_000_000;

    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What <c>WORKBOOK_HISTORY</c> names, <c>off</c> for none; else the place that the XDG rules give to histories: <c>~/.local/state</c>.</summary>
    public static HistoryFolder? OfUser() => Environment.GetEnvironmentVariable("WORKBOOK_HISTORY") switch
    {
        "off" => null,
        { Length: > 0 } chosen => new(Path.GetFullPath(chosen)),
        _ => new(Path.Combine(StateFolder(), "workbook", "history")),
    };

    /// <summary>The number of the newest session; 0 before the first.</summary>
    public int Newest => Files().Select(file => file.Session).FirstOrDefault();

    /// <summary>Takes the next number and opens its file; what lies too far back is let go.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public (int Session, FileStream File) Begin()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OnlyMine | UnixFileMode.UserExecute);
        Prune();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OnlyMine;
        for (var session = Newest + 1; ; session++)
        {
            try
            {
                return (session, new FileStream(FileOf(session), options));
            }
            catch (IOException) when (File.Exists(FileOf(session)))
            {
                // another kernel took the number
            }
        }
    }

    /// <summary>The cells of the sessions before this one, the newest first; a line that was not written to its end is passed over.</summary>
    public IEnumerable<HistoryEntry> Before(int session) =>
        Files().Where(file => file.Session < session).SelectMany(file => Read(file.Session).Reverse());

    /// <summary>The cells of one session, in the order they ran.</summary>
    public IEnumerable<HistoryEntry> Read(int session)
    {
        try
        {
            return [.. File.ReadAllLines(FileOf(session)).Select(line => Parse(session, line)).OfType<HistoryEntry>()];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];                  // taken away in the meantime: it is no history any more
        }
    }

    private static string StateFolder() => Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state ? state
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");

    private string FileOf(int session) => Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{session:D6}.jsonl"));

    private List<(int Session, long Length)> Files()
    {
        List<(int Session, long Length)> files = [];
        if (!Directory.Exists(path)) return files;
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*.jsonl"))
            if (int.TryParse(Path.GetFileNameWithoutExtension(file.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var session)) files.Add((session, file.Length));
        files.Sort((one, other) => other.Session.CompareTo(one.Session));
        return files;
    }

    private void Prune()
    {
        long bytes = 0;
        foreach (var (index, (session, length)) in Files().Index())
        {
            bytes += length;
            if (index >= Sessions - 1 || bytes > Bytes - BytesOfSession) File.Delete(FileOf(session));
        }
    }

    private static HistoryEntry? Parse(int session, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line) is { Code: not null } entry ? entry with { Session = session } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
