using System.Reflection;
using System.Runtime.Loader;
using TorchSharp;

namespace Workbook.Engine;

/// <summary>TorchSharp's native libraries: found in the package cache, or where LIBTORCH says, and loaded from there, once.</summary>
/// <remarks>
/// TorchSharp by itself asks the system for a libtorch first, and takes Debian's old one where that is installed; and where the packages
/// lie in folders of their own, it copies half a gigabyte beside itself. Loaded by their full paths beforehand, its libraries are there
/// when it asks for them by name. Every assembly of the workbook that computes calls <see cref="Load"/> as it is loaded; programs that
/// speak to TorchSharp before they speak to the workbook call it themselves.
/// </remarks>
public static class Natives
{
    private static readonly Lazy<string> loaded = new(LoadAll);

    /// <summary>The folder that libtorch was loaded from.</summary>
    public static string Folder => loaded.Value;

    /// <summary>Loads libtorch and TorchSharp's own library, if nobody has yet.</summary>
    /// <exception cref="DllNotFoundException">They are not there, or not for this machine; the sentence says what to do.</exception>
    public static void Load() => _ = loaded.Value;

    /// <summary>One line a fact: the version, where it came from, how many threads, which GPUs.</summary>
    public static string Describe()
    {
        Load();
        return string.Join(Environment.NewLine,
            $"libtorch {torch.__version__}, TorchSharp {Version(typeof(torch).Assembly)}",
            $"from {Folder}",
            $"threads: {torch.get_num_threads()}",
            $"CUDA devices: {(torch.cuda.is_available() ? torch.cuda.device_count() : 0)}");
    }

    private static string LoadAll()
    {
        ProcessSettings.Apply();
        var (folder, torchSharp) = NativeFolders.Find();
        var cuda = File.Exists(Path.Combine(folder, NameOf("torch_cuda")));
        foreach (var name in cuda ? ["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"] : (string[])["c10", "torch_cpu", "torch"])
            if (Path.Combine(folder, NameOf(name)) is var path && File.Exists(path)) Open(path);
        var handle = Open(torchSharp);
        // Where the loader does not know a library again by its name (macOS), TorchSharp's question for it ends here.
        AssemblyLoadContext.GetLoadContext(typeof(torch).Assembly)!.ResolvingUnmanagedDll += (_, name) => name == "LibTorchSharp" ? handle : 0;
        return folder;
    }

    private static nint Open(string path)
    {
        try
        {
            return PatientLoader.Load(path);
        }
        catch (Exception refusal) when (refusal is DllNotFoundException or BadImageFormatException)
        {
            var reason = refusal.Message.ReplaceLineEndings(" ").Trim();
            throw new DllNotFoundException(NativeFolders.FromVariable is { } named
                ? $"LIBTORCH names {named}, and TorchSharp {Version(typeof(torch).Assembly)} cannot use it: it needs libtorch {NativeFolders.LibTorchVersion} ({reason}). Unset LIBTORCH, or point it at that version."
                : $"libtorch does not load ({reason}). `./workbook doctor` says what this machine lacks.", refusal);
        }
    }

    internal static string NameOf(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
