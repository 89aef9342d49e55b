using System.Diagnostics;
using Workbook.Rooms.Tests;

namespace Workbook.Classroom.Tests;

/// <summary>What <c>./workbook pack</c> makes, once for all tests, and a home in which nothing was ever installed.</summary>
public sealed class Packed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packed").FullName;

    public Packed()
    {
        foreach (var name in (string[])["packages", "home/.nuget/NuGet", "work"]) Directory.CreateDirectory(Path.Combine(folder, name));
        var (code, said) = Run(Environment(keep: true), Repository.At("workbook"), "pack", "--out", Packages);
        Assert.True(code == 0, said);
        // Other people's packages come from this machine's cache: the registry is not what is tested.
        File.WriteAllText(Path.Combine(Home, ".nuget", "NuGet", "NuGet.Config"), $"""
            <configuration><packageSources><clear /><add key="ours" value="{Packages}" /><add key="others" value="{Cache}" /></packageSources></configuration>
            """);
    }

    public string Packages => Path.Combine(folder, "packages");

    /// <summary>Where commands run.</summary>
    public string Work => Path.Combine(folder, "work");

    public string Home => Path.Combine(folder, "home");

    private static string Cache => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Runs a program in the empty home, which knows the path to it and to .NET and nothing else of this machine.</summary>
    public (int Code, string Said) Run(string program, params string[] arguments) => Run(Environment(keep: false), program, arguments);

    private Dictionary<string, string> Environment(bool keep) => new()
    {
        ["HOME"] = keep ? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile) : Home,
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["OMP_NUM_THREADS"] = "1",
    };

    private (int Code, string Said) Run(Dictionary<string, string> variables, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Work };
        start.Environment.Clear();
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        return SweepRun.End(process);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
