using System.Globalization;

namespace Workbook.Grading;

/// <summary>A limit of processes and threads that the system itself keeps, for a grading by root: a fork bomb has thousands before anybody looks twice.</summary>
/// <remarks>For everybody else the limit of processes (<c>prlimit --nproc</c>) does it inside the sandbox; root is exempt from that one, and needs a control group.</remarks>
internal sealed class TaskGroup : IDisposable
{
    private static readonly string? home = new[] { "/sys/fs/cgroup/pids", "/sys/fs/cgroup" }.FirstOrDefault(Limits);
    private readonly string folder;

    private TaskGroup(string folder) => this.folder = folder;

    /// <summary>Whether one is needed and cannot be had.</summary>
    public static bool IsLacking => Environment.IsPrivilegedProcess && home is null;

    /// <summary>The file that a process joins the group by.</summary>
    public string Members => Path.Combine(folder, "cgroup.procs");

    /// <summary>A new group; null where none is needed.</summary>
    public static TaskGroup? Of(int most)
    {
        if (!Environment.IsPrivilegedProcess || home is null) return null;
        var folder = Directory.CreateDirectory(Path.Combine(home, $"workbook-{Guid.NewGuid():n}")).FullName;
        File.WriteAllText(Path.Combine(folder, "pids.max"), most.ToString(CultureInfo.InvariantCulture));
        return new(folder);
    }

    /// <summary>Takes it away; what it held has ended, or ends in a moment.</summary>
    public void Dispose()
    {
        for (var tries = 0; tries < 50; tries++, Thread.Sleep(20))
            try
            {
                Directory.Delete(folder);
                return;
            }
            catch (IOException) { }
    }

    private static bool Limits(string place)
    {
        var trial = Path.Combine(place, $"workbook-{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(trial);
            var works = File.Exists(Path.Combine(trial, "pids.max"));
            Directory.Delete(trial);
            return works;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
