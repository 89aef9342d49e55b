using System.Runtime.Versioning;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>The history that outlives its session.</summary>
[Collection("console")]
public sealed class PastSessionsTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("workbook-history-").FullName, "history");

    private HistoryFolder Folder => new(path);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void A_later_session_finds_the_cells_of_those_before_it_by_tail_range_and_search()
    {
        Session("value 1", "print a");
        Session("value 2", "print a");
        using var kernel = Running("value 3");
        Assert.Equal("""[[2,1,"value 2"],[2,2,"print a"],[3,1,"value 3"]]""", Ask(kernel, new() { ["hist_access_type"] = "tail", ["n"] = 3 }));
        Assert.Equal("""[[3,1,"value 3"]]""", Ask(kernel, Range(session: 0)));
        Assert.Equal("""[[2,1,"value 2"],[2,2,"print a"]]""", Ask(kernel, Range(session: -1)));
        Assert.Equal("""[[1,1,"value 1"],[1,2,"print a"]]""", Ask(kernel, Range(session: 1)));
        Assert.Equal("[]", Ask(kernel, Range(session: 9)));
        Assert.Equal("""[[1,2,"print a"],[2,2,"print a"]]""", Ask(kernel, new() { ["hist_access_type"] = "search", ["pattern"] = "p*" }));
        Assert.Equal("""[[2,2,"print a"]]""", Ask(kernel, new() { ["hist_access_type"] = "search", ["pattern"] = "p*", ["unique"] = true }));
        Assert.Equal("""[[2,1,["value 2",null]],[2,2,["print a",null]],[3,1,["value 3","3"]]]""", Ask(kernel, new() { ["hist_access_type"] = "tail", ["n"] = 3, ["output"] = true }));
    }

    [Fact]
    public void Two_kernels_at_once_each_have_a_number_of_their_own_and_keep_every_cell()
    {
        using var one = Running("value 0");
        using var other = Running("value 0");
        Parallel.ForEach([one, other], kernel =>
        {
            for (var i = 1; i < 100; i++)
            {
                kernel.Client.Run($"value {i}");
                kernel.Client.Next(Channel.Shell);
            }
        });
        Assert.Equal([1, 2], new[] { one, other }.Select(kernel => (int)Ask(kernel).AsArray()[^1]![0]!).Order());
        for (var session = 1; session <= 2; session++)
            Assert.Equal(Enumerable.Range(0, 100).Select(i => $"value {i}"), Folder.Read(session).Select(entry => entry.Code));
    }

    [Fact]
    public void A_line_that_was_not_written_to_its_end_is_passed_over()
    {
        Session("value 1", "value 2");
        File.AppendAllText(Path.Combine(path, "000001.jsonl"), """{"line":3,"co""");
        File.WriteAllText(Path.Combine(path, "000002.jsonl"), "null\n[]\n\0\0\n");
        using var kernel = Running("value 9");
        Assert.Equal("""[[1,1,"value 1"],[1,2,"value 2"],[3,1,"value 9"]]""", Ask(kernel).ToJsonString());
    }

    [Fact]
    public void A_thousand_sessions_are_kept_and_a_session_that_runs_nothing_is_none()
    {
        Session();
        Assert.False(Directory.Exists(path));
        for (var i = 0; i < HistoryFolder.Sessions + 20; i++) Folder.Begin().File.Dispose();
        Assert.Equal(HistoryFolder.Sessions, Directory.GetFiles(path).Length);
        Assert.Equal(HistoryFolder.Sessions + 20, Folder.Newest);
    }

    [Fact]
    public void The_oldest_sessions_make_room_for_the_newest()
    {
        for (var i = 0; i < 20; i++)
        {
            using var file = Folder.Begin().File;
            file.Write(new byte[1_000_000]);
        }
        Assert.InRange(Directory.GetFiles(path).Sum(file => new FileInfo(file).Length), 10_000_000, HistoryFolder.Bytes);
        Assert.True(File.Exists(Path.Combine(path, "000020.jsonl")));
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public void Nobody_else_may_read_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "there are no file modes");
        Session("value 1");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(path, "000001.jsonl")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Where_nothing_can_be_written_cells_run_and_the_log_says_why()
    {
        File.WriteAllText(path, "a file where the folder should be");
        using var kernel = Running("value 1");
        Assert.Equal("""[[1,1,"value 1"]]""", Ask(kernel).ToJsonString());
        Assert.Contains("this session's history is not kept", kernel.Log);
    }

    [Fact]
    public void WORKBOOK_HISTORY_turns_it_off_or_names_its_folder()
    {
        var before = Environment.GetEnvironmentVariable("WORKBOOK_HISTORY");
        try
        {
            Environment.SetEnvironmentVariable("WORKBOOK_HISTORY", "off");
            Assert.Null(HistoryFolder.OfUser());
            Environment.SetEnvironmentVariable("WORKBOOK_HISTORY", path);
            HistoryFolder.OfUser()!.Begin().File.Dispose();
            Assert.Equal(1, Folder.Newest);
        }
        finally
        {
            Environment.SetEnvironmentVariable("WORKBOOK_HISTORY", before);
        }
    }

    private void Session(params string[] cells) => Running(cells).Dispose();

    private EchoKernel Running(params string[] cells)
    {
        var kernel = new EchoKernel(Folder);
        foreach (var cell in cells)
        {
            kernel.Client.Run(cell);
            kernel.Client.Next(Channel.Shell);
        }
        return kernel;
    }

    private static JsonObject Range(int session) => new() { ["hist_access_type"] = "range", ["session"] = session, ["start"] = 1, ["stop"] = null };

    private static string Ask(EchoKernel kernel, JsonObject content) => kernel.Client.Ask("history_request", content)["history"]!.ToJsonString();

    private static JsonNode Ask(EchoKernel kernel) => kernel.Client.Ask("history_request", new() { ["hist_access_type"] = "tail", ["n"] = 1000 })["history"]!;
}
