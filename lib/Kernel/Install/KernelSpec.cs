using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel;

/// <summary>The description by which Jupyter finds this kernel: a folder <c>kernels/workbook</c> with kernel.json and three logos.</summary>
internal sealed record KernelSpec(string Folder)
{
    private const string Name = "workbook";
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
    public void Write(string program)
    {
        Directory.CreateDirectory(Folder);
        foreach (var logo in Logos)
        {
            using var resource = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
            Replace(logo, resource.CopyTo);
        }
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Describe(program), new JsonSerializerOptions { WriteIndented = true }));
        Replace("kernel.json", json.CopyTo);          // last: a folder without it is no kernel yet
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
        ["argv"] = new JsonArray("dotnet", program, "run", "{connection_file}"),
        ["display_name"] = "C# (Workbook)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { ["debugger"] = false },
    };

    private void Replace(string name, Action<Stream> write)
    {
        var path = Path.Combine(Folder, name);
        using (var aside = File.Create(path + ".partial")) write(aside);
        File.Move(path + ".partial", path, overwrite: true);
    }
}
