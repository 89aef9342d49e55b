using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds and loads the door beside our assembly, after setting what libtorch reads from the environment while loading.</summary>
internal static partial class DoorLoader
{
    private const string Remedy = "run `./workbook setup` in the workbook's folder, then build again";

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != "workbook-torch") return 0;
        var folder = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        var path = Path.Combine(folder, "libworkbook-torch.so");
        if (!File.Exists(path))
            throw new DllNotFoundException($"There is no libtorch under this workbook yet ({path} was not built): {Remedy}.");
        // Waiting OpenMP threads that spin instead of sleeping make two threads slower than one.
        SetEnvironment("OMP_WAIT_POLICY", "PASSIVE", overwrite: 0);
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"libtorch does not load ({e.Message.ReplaceLineEndings(" ").Trim()}): {Remedy}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
