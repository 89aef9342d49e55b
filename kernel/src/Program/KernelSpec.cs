using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>What Jupyter finds this kernel by: a folder <c>kernels/workbook</c> with kernel.json, three logos and, unless it runs from elsewhere, the program.</summary>
internal sealed record KernelSpec(string Folder)
{
    /// <summary>The kernel as menus call it.</summary>
    public const string DisplayName = "C# (Workbook)";

    /// <summary>The file that the kernel is started by.</summary>
    public const string Program = "workbook-kernel.dll";

    private const string Name = "workbook", Copy = "program";
    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>The description below a Jupyter data folder (one that JUPYTER_PATH may name).</summary>
    public static KernelSpec Below(string dataFolder) => new(Path.Combine(Path.GetFullPath(dataFolder), "kernels", Name));

    /// <summary>The Jupyter data folder of an environment: <c>PREFIX/share/jupyter</c>.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(prefix, "share", "jupyter");

    /// <summary>The Jupyter data folder of this user.</summary>
    public static string OfUser()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen) return chosen;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "jupyter");
    }

    /// <summary>Writes the description, so that it starts the program at <paramref name="program"/>.</summary>
    public void Write(string program) => WriteTo(Folder, program);

    /// <summary>Writes the description and a copy of the program, in one move: an installation is the old one or the new one, never half of it.</summary>
    /// <param name="source">The folder that holds the program and all it needs.</param>
    public void WriteCopy(string source)
    {
        var (aside, old) = ($"{Folder}.{Environment.ProcessId}.new", $"{Folder}.{Environment.ProcessId}.old");
        try
        {
            CopyTree(source, Path.Combine(aside, Copy));
            WriteTo(aside, Path.Combine(Folder, Copy, Program));
            if (Directory.Exists(Folder)) Directory.Move(Folder, old);
            Directory.Move(aside, Folder);
        }
        finally
        {
            foreach (var rest in (string[])[aside, old])
                if (Directory.Exists(rest)) Directory.Delete(rest, recursive: true);
        }
    }

    private static void CopyTree(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source)) CopyTree(folder, Path.Combine(target, Path.GetFileName(folder)));
    }

    private static void WriteTo(string folder, string program)
    {
        Directory.CreateDirectory(folder);
        foreach (var logo in Logos)
        {
            using var resource = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            WholeFile.Write(Path.Combine(folder, logo), resource.CopyTo);
        }
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Describe(program), new JsonSerializerOptions { WriteIndented = true }));
        WholeFile.Write(Path.Combine(folder, "kernel.json"), json.CopyTo);          // last: a folder without it is no kernel yet
    }

    /// <summary>Takes the description away; says whether there was one.</summary>
    public bool Remove()
    {
        if (!File.Exists(Path.Combine(Folder, "kernel.json"))) return false;
        Directory.Delete(Folder, recursive: true);
        return true;
    }

    private static JsonObject Describe(string program) => new()
    {
        ["argv"] = new JsonArray(Dotnet(), program, "run", "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        // A cell brings code that runs once: pages that are both written and run spare mapping them twice, some 6 % of start-up.
        ["env"] = new JsonObject { ["DOTNET_EnableWriteXorExecute"] = "0" },
        ["metadata"] = new JsonObject { ["debugger"] = false },
    };

    // By its name where the path has it, so that an update of .NET is followed; else where it runs from now.
    private static string Dotnet() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))) ? "dotnet" : Environment.ProcessPath!;
}
