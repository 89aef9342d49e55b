using System.Text;
using System.Text.Json;

namespace Workbook.Grading;

/// <summary>Where the results of a grading lie. Names that come from students never lead out of the folder, and no file is found half written.</summary>
internal sealed class Files(string folder)
{
    private const string Kept = ".results";
    private static readonly JsonSerializerOptions json = new() { WriteIndented = true };
    private readonly Dictionary<Submission, string> stems = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Gives every submission a name of its own below the folder: <c>ada/01-autoencoders</c>.</summary>
    public void Name(IEnumerable<Submission> submissions)
    {
        foreach (var submission in submissions)
        {
            var stem = $"{Safe(submission.Student)}/{Safe(submission.Name == "" ? "submission" : submission.Name)}";
            var name = stem;
            for (var number = 2; !taken.Add(name); number++) name = $"{stem}-{number}";
            stems[submission] = name;
        }
    }

    /// <summary>The page of a submission, from the folder.</summary>
    public string PageOf(Submission submission) => stems[submission] + ".html";

    /// <summary>The executed notebook of a submission, from the folder, as nbgrader lays them.</summary>
    public string ExecutedOf(Submission submission) => Path.Combine("autograded", Safe(submission.Student), Safe(submission.Assignment), Path.GetFileName(stems[submission]) + ".ipynb");

    /// <summary>The result of an earlier run; null where there is none, or one of another key.</summary>
    public SubmissionResult? Known(Submission submission, string key)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(File.ReadAllText(EntryOf(submission))) is { } entry && entry.Key == key ? entry.Result : null;
        }
        catch (Exception none) when (none is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result for later runs.</summary>
    public void Keep(Submission submission, string key, SubmissionResult result) => Write(Path.GetRelativePath(folder, EntryOf(submission)), JsonSerializer.Serialize(new Entry(key, result), json));

    /// <summary>Writes a text below the folder, aside first.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".partial", text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(path + ".partial", path, overwrite: true);
    }

    /// <summary>A name that is a file's and no path: letters of every alphabet, digits, blanks and a few signs.</summary>
    public static string Safe(string name)
    {
        var safe = string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) || " -_.+()'".Contains(sign) ? sign : '_')).Trim();
        return safe.StartsWith('.') || safe == "" ? "_" + safe.TrimStart('.') : safe.Length <= 80 ? safe : safe[..80];
    }

    private string EntryOf(Submission submission) => Path.Combine(folder, Kept, stems[submission] + ".json");

    private sealed record Entry(string Key, SubmissionResult Result);
}
