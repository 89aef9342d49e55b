using System.Diagnostics;
using System.Text.RegularExpressions;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>Debian's JupyterHub with the configuration for a class: students come in through its pages, and what goes wrong in one session stays there.</summary>
public sealed partial class HubTests
{
    [SkippableFact]
    public void Two_browsers_share_a_session_dead_kernels_come_back_and_a_neighbour_notices_nothing()
    {
        Needed();
        var (code, said) = Try("mishaps");
        Assert.True(code == 0, said);
        Assert.Equal(5, said.Split('\n').Count(line => line.StartsWith("the same student", StringComparison.Ordinal) || line.StartsWith("a kernel that ends", StringComparison.Ordinal)
            || line.StartsWith("all the memory there is", StringComparison.Ordinal) || line.StartsWith("and the neighbour", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void A_student_comes_in_and_runs_the_first_notebooks()
    {
        Needed();
        var (code, said) = Try("1");
        Assert.True(code == 0, said);
        Assert.Contains("1 of 1 students came through", said);
    }

    [SkippableFact]
    public void What_a_students_notebooks_link_to_is_there()
    {
        Skip.IfNot(File.Exists("/usr/bin/jupyterhub"), "JupyterHub is not installed (Debian: jupyterhub)");
        var home = Directory.CreateTempSubdirectory();
        try
        {
            var packages = home.CreateSubdirectory("packages");
            var start = new ProcessStartInfo("/usr/bin/python3", ["-I", Repository.At("classroom", "hub", "classroom.py"), home.FullName, packages.FullName])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (code, said) = SweepRun.End(process);
            Assert.True(code == 0, said);
            var folder = Path.Combine(home.FullName, "workbook");
            var links = Directory.EnumerateFiles(folder, "*.ipynb").SelectMany(notebook => Link().Matches(File.ReadAllText(notebook))).Select(match => match.Groups[1].Value).ToHashSet();
            Assert.True(links.Count > 60, $"{links.Count} links");
            Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\]\((?!https?:|#|attachment:)([^)#\s\\]+)")]
    private static partial Regex Link();

    private static void Needed()
    {
        Skip.IfNot(File.Exists("/usr/bin/jupyterhub") && File.Exists("/usr/bin/configurable-http-proxy"), "JupyterHub is not installed (Debian: jupyterhub)");
        Skip.IfNot(Environment.UserName == "root", "A hub that starts servers for others wants root");
        Skip.IfNot(Directory.Exists(Repository.At(".workbook", "jupyter", "kernels")), "The kernel is not installed in the project's folder: ./workbook setup");
        Skip.IfNot(File.Exists("/sys/fs/cgroup/memory/memory.limit_in_bytes") || File.Exists("/sys/fs/cgroup/cgroup.controllers"), "There are no control groups");
    }

    private static (int Code, string Said) Try(string what)
    {
        var start = new ProcessStartInfo(Repository.At("classroom", "hub", "try"), [what]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        return SweepRun.End(process);
    }
}
