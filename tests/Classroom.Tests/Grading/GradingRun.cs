using System.Diagnostics;
using System.Text.Json.Nodes;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>A folder with a course and submissions, and the grading program run on it as the command runs it.</summary>
internal sealed class GradingRun : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("workbook-grading-");

    public string Submissions => Path.Combine(home.FullName, "submissions");
    public string Out => Path.Combine(home.FullName, "grades");
    public string Course => Path.Combine(home.FullName, "course");
    public string Said { get; private set; } = "";

    public void Dispose() => home.Delete(recursive: true);

    /// <summary>Puts a file among the course's notebooks or the submissions.</summary>
    public string Put(string folder, string name, JsonNode notebook) => Put(folder, name, notebook.ToJsonString());

    public string Put(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the program; its exit code.</summary>
    public int Grade(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workbook.Grading.dll"), Submissions, "--out", Out, "--course", Course, "--root", Repository.Root, "--kernel", KernelProgram.Path, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        Said = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>What is kept of a submission: <c>ada/notebook</c>.</summary>
    public JsonNode Result(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Out, ".results", name + ".json")))!["Result"]!;

    /// <summary>Verdict and finding of an exercise.</summary>
    public (string Verdict, string Finding) Of(string name, string exercise)
    {
        var found = Result(name)["Exercises"]!.AsArray().Single(each => (string?)each!["Exercise"] == "t." + exercise)!;
        return ((string)found["Verdict"]!, (string)found["Finding"]!);
    }

    /// <summary>Every file below a folder with its content, links as what they are.</summary>
    public static string Snapshot(string folder) => string.Join('\n', new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry => $"{entry.FullName} {entry.LinkTarget} {(entry is FileInfo { LinkTarget: null } ? File.ReadAllText(entry.FullName) : "")}"));
}
