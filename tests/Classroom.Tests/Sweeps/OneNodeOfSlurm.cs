using System.Diagnostics;

namespace Workbook.Classroom.Tests;

/// <summary>Slurm's real daemons on this machine alone.</summary>
internal sealed class OneNodeOfSlurm : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("slurm").FullName;

    public OneNodeOfSlurm()
    {
        Skip.IfNot(File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/munged"), "Slurm is not installed (Debian: slurm-wlm)");
        Skip.IfNot(Environment.UserName == "root", "Slurm's daemons want root");
        Assert.Equal(0, Script("start"));
    }

    /// <summary>For SLURM_CONF.</summary>
    public string Configuration => Path.Combine(folder, "slurm.conf");

    public void Dispose()
    {
        Script("stop");
        Directory.Delete(folder, recursive: true);
    }

    private int Script(string what)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "one-node"), [folder, what]))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
