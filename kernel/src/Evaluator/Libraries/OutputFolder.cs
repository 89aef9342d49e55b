using System.Security.Cryptography;
using System.Text;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>A folder of links to the files of many packages, as a build's output folder has copies of them.</summary>
/// <remarks>
/// The runtime looks for a native library beside the assembly that asks for it before it asks the system, and the system's loader looks for
/// what that library needs beside it: in one folder everything finds its own, whatever of the same name is installed. It lies in the
/// user's cache, one for each set of files, made once; where links are not allowed (Windows, without developer mode) its files are copies.
/// </remarks>
internal static class OutputFolder
{
    /// <summary>Where the kernel keeps what it has restored.</summary>
    public static string Cache => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "workbook");

    /// <summary>The folder with these files.</summary>
    /// <param name="files">The name in the folder (a satellite assembly's begins with its culture), and the file that it stands for.</param>
    public static string Of(IReadOnlyDictionary<string, string> files)
    {
        var place = Path.Combine(Cache, "output", Key(files));
        if (Directory.Exists(place))
        {
            if (files.Keys.All(name => IsThere(Path.Combine(place, name)))) return place;
            Directory.Delete(place, recursive: true);              // what a link led to has been cleared away
        }
        var aside = $"{place}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(aside);
        foreach (var (name, source) in files.OrderBy(file => file.Key.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))) Put(Path.Combine(aside, name), source);
        try
        {
            Directory.Move(aside, place);
        }
        catch (IOException) when (Directory.Exists(place))         // another session was quicker
        {
            Directory.Delete(aside, recursive: true);
        }
        return place;
    }

    // A link that leads nowhere exists too, for .NET.
    private static bool IsThere(string file) => File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: true) is not { Exists: false };

    private static string Key(IReadOnlyDictionary<string, string> files)
    {
        var list = files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}\t{file.Value}\t{File.GetLastWriteTimeUtc(file.Value).Ticks}\n");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(list))))[..16];
    }

    // An assembly with the documentation and the symbols that lie beside it.
    private static void Put(string target, string source)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Link(target, OlderSystem.Fitting(source));
        if (Path.GetExtension(source) != ".dll") return;
        foreach (var ending in (string[])[".xml", ".pdb"])
            if (Path.ChangeExtension(source, ending) is var companion && File.Exists(companion) && !File.Exists(Path.ChangeExtension(target, ending)))
                Link(Path.ChangeExtension(target, ending), companion);
    }

    private static void Link(string target, string source)
    {
        try
        {
            File.CreateSymbolicLink(target, source);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException && !File.Exists(target))
        {
            File.Copy(source, target);
        }
    }
}
