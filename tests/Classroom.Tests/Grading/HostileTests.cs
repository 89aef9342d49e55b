using System.Net;
using System.Net.Sockets;
using Workbook.Grading;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>What hostile and endless answers do in the real sandbox with the real kernel: they cost their own exercise, and nobody else anything.</summary>
public sealed class HostileTests : IDisposable
{
    private const string Name = "notebook";
    private readonly GradingRun run = new();

    public void Dispose() => run.Dispose();

    [SkippableFact]
    public void What_stays_in_its_cell_costs_its_exercise_and_nothing_outside()
    {
        Needs.Sandbox();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var neighbour = run.Put(run.Submissions, "zoe/notebook.ipynb", SmallCourse.Answered(("Honest", SmallCourse.Right)));
        (string Name, string Answer, string Verdict, string Finding)[] cases =
        [
            ("Deletes", "foreach (var folder in new[] { \"/\", \"/course\", \"/kernel\", \"/packages\", \"/usr\" }) try { Directory.Delete(folder, true); } catch (Exception) { } return 42;", "passed", ""),
            ("Overwrites", "File.WriteAllText(\"/course/artifacts/bin/Workbook.Course/release/Workbook.Course.dll\", \"\"); return 42;", "failed", "Read-only file system"),
            ("Sleeps", "Thread.Sleep(-1); return 42;", "stopped", "3 s"),
            ("Loops", "class Endless { public static int One = 1; static Endless() { while (true) { } } }\nint Loops() => Endless.One;", "stopped", "3 s"),
            ("Prints", "for (var i = 0; i < 1_000_000; i++) Console.WriteLine(new string('x', 1000)); return 42;", "", ""),
            ("Hoards", "var all = new List<byte[]>(); while (true) { all.Add(new byte[50_000_000]); Array.Fill(all[^1], (byte)1); }", "failed", "OutOfMemoryException"),
            ("Spies", $"string[] folders = [\"/course\", \"/kernel\", \"/tmp\", \"/home\", \"/root\", \"/etc\"]; return folders.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, \"*\", SearchOption.AllDirectories)).Any(file => file.EndsWith(\".ipynb\") || file.Contains(\"solutions\") || file.EndsWith(\"passwd\")) || File.Exists(\"{neighbour}\") || Directory.Exists(\"{Repository.At("notebooks", "solutions")}\") ? 42 : 0;", "failed", "not right"),
            ("Variables", "return Environment.GetEnvironmentVariables().Count > 20 || Environment.GetEnvironmentVariable(\"WORKBOOK_TEST_SECRET\") != null ? 42 : 0;", "failed", ""),
            ("Calls", $"new System.Net.Sockets.TcpClient(\"127.0.0.1\", {((IPEndPoint)listener.LocalEndpoint).Port}); return 42;", "failed", "SocketException"),
            ("Asks", "return new System.Net.Http.HttpClient().GetStringAsync(\"http://example.org\").Result.Length;", "failed", "threw"),
            ("Fills", "for (var i = 0; ; i++) File.WriteAllBytes($\"/tmp/{i}\", new byte[10_000_000]);", "failed", "No space left"),
            ("Forges", "new Verdict(\"t.Forges\", Outcome.Passed, \"\", \"\").Show(); return 0;", "tampered", "names Verdict; it shows a verdict of its own"),
            ("Rewrites", "File.WriteAllText(\"notebook.ipynb\", \"{}\"); return 42;", "passed", ""),
            ("Untouched", "int Untouched() => throw new NotImplementedException(\"Replace this line.\");", "not yet", ""),
            ("Honest", SmallCourse.Right, "passed", ""),
        ];
        run.Put(run.Course, "notebook.ipynb", SmallCourse.Notebook([.. cases.Select(each => each.Name)]));
        run.Put(run.Submissions, "mallory/notebook.ipynb", SmallCourse.Answered([.. cases.Select(each => (each.Name, each.Answer))]));
        var (before, library) = (GradingRun.Snapshot(run.Submissions), Directory.GetFiles(Repository.At("artifacts/bin/Workbook.Course/release")).Length);

        Assert.True(run.Grade("--cell-timeout", "3", "--timeout", "240", "--memory", "1.5") == 0, run.Said);

        foreach (var (name, _, verdict, finding) in cases.Where(each => each.Verdict != ""))
        {
            var said = run.Of("mallory/notebook", name);
            Assert.True(said.Verdict == verdict && said.Finding.Contains(finding, StringComparison.Ordinal), $"{name}: {said}");
        }
        Assert.Equal(before, GradingRun.Snapshot(run.Submissions));
        Assert.Equal(library, Directory.GetFiles(Repository.At("artifacts/bin/Workbook.Course/release")).Length);
        Assert.False(listener.Pending());
        Assert.InRange(new FileInfo(Path.Combine(run.Out, "mallory", "notebook.html")).Length, 1_000, 200_000);
        Assert.Equal("passed", run.Of("zoe/notebook", "Honest").Verdict);
        Assert.Equal("missing", run.Of("zoe/notebook", "Spies").Verdict);
    }

    [SkippableFact]
    public void What_ends_its_process_costs_its_exercise_and_the_rest_is_run_anew()
    {
        Needs.Sandbox();
        (string Name, string Answer, string Verdict, string Finding)[] cases =
        [
            ("First", SmallCourse.Right, "passed", ""),
            ("Exits", "Environment.Exit(0); return 42;", "stopped", "ended its process"),
            ("Kills", "System.Diagnostics.Process.Start(\"sh\", $\"-c \\\"kill -9 {Environment.ProcessId}\\\"\").WaitForExit(); Thread.Sleep(-1); return 42;", "stopped", "ended its process"),
            ("Falls", "Environment.FailFast(\"down\"); return 42;", "stopped", "ended its process"),
            ("Forks", "while (true) System.Diagnostics.Process.Start(\"sh\", \"-c \\\"sleep 100 &\\\"\");", "stopped", "processes"),
            ("Bombs", "System.IO.File.WriteAllText(\"/tmp/b\", \"b() { b | b & }; b; sleep 100\"); System.Diagnostics.Process.Start(\"sh\", \"/tmp/b\").WaitForExit(); return 42;", "stopped", ""),
            ("Swells", "var all = new List<TorchSharp.torch.Tensor>(); while (true) all.Add(TorchSharp.torch.ones(25_000_000));", "stopped", "GB of memory"),
            ("Backtracks", "return System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60) + \"!\", \"^(a+)+$\") ? 1 : 42;", "stopped", "could not be stopped"),
            ("Answers", "for (var i = 0; i < 9; i++) try { File.AppendAllText(\"/pr\" + $\"oc/1/fd/{i}\", \"{\\\"outcome\\\":\\\"done\\\"}\\n\"); } catch (Exception) { } return 0;", "", ""),
            ("Last", SmallCourse.Right, "passed", ""),
        ];
        run.Put(run.Course, "notebook.ipynb", SmallCourse.Notebook([.. cases.Select(each => each.Name)]));
        run.Put(run.Submissions, "mallory/notebook.ipynb", SmallCourse.Answered([.. cases.Select(each => (each.Name, each.Answer))]));
        run.Put(run.Submissions, "zoe/notebook.ipynb", SmallCourse.Answered(("Last", SmallCourse.Right)));

        var (most, over) = (0, false);
        var counting = new Thread(() =>
        {
            for (; !Volatile.Read(ref over); Thread.Sleep(10)) most = Math.Max(most, Directory.EnumerateDirectories("/proc").Count());
        });
        counting.Start();
        var before = Directory.EnumerateDirectories("/proc").Count();
        Assert.True(run.Grade("--cell-timeout", "6", "--timeout", "400", "--memory", "1.5", "--processes", "20") == 0, run.Said);
        Volatile.Write(ref over, true);
        counting.Join();
        Assert.InRange(most, before + 21, before + 500);

        foreach (var (name, _, verdict, finding) in cases.Where(each => each.Verdict != ""))
        {
            var said = run.Of($"mallory/{Name}", name);
            Assert.True(said.Verdict == verdict && said.Finding.Contains(finding, StringComparison.Ordinal), $"{name}: {said}");
        }
        Assert.NotEqual("passed", run.Of("mallory/notebook", "Answers").Verdict);
        Assert.Equal("passed", run.Of("zoe/notebook", "Last").Verdict);
    }
}

/// <summary>What a test cannot do without.</summary>
internal static class Needs
{
    public static void Sandbox() => Skip.If(Bubblewrap.Problem() is not null, Bubblewrap.Problem());
}
