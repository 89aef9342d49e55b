using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>The file that the F# compiler reads an assembly from; that of a C# cell, which lives in memory only, is written when it is asked for.</summary>
internal static class CellAssembly
{
    private static readonly Lazy<string> folder = new(() =>
    {
        var made = Directory.CreateTempSubdirectory("workbook-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        return made;
    });

    /// <summary>A folder of this process for what its compilers read; it goes when the process ends.</summary>
    public static string Folder => folder.Value;

    /// <summary>The file, or null for an assembly that needs none (the framework's) or has none.</summary>
    public static string? File(Assembly assembly, CSharpCompilation? last)
    {
        if (assembly.IsDynamic) return null;
        if (assembly.Location is { Length: > 0 } location) return IsFramework(location) ? null : location;
        if (FileLibraries.Image(assembly) is { } image) return Written($"{assembly.GetName().Name}-{assembly.GetName().Version}", image);
        var cell = Chain(last).FirstOrDefault(compilation => compilation.AssemblyName == assembly.GetName().Name);
        return cell is null ? null : Written(cell);
    }

    /// <summary>Whether a file is the framework's own.</summary>
    public static bool IsFramework(string file) => file.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal);

    private static string? Written(CSharpCompilation cell)
    {
        var file = Path.Combine(Folder, cell.AssemblyName + ".dll");
        if (System.IO.File.Exists(file)) return file;
        using var stream = System.IO.File.Create(file);
        return cell.Emit(stream).Success ? file : null;
    }

    private static string Written(string name, byte[] image)
    {
        var file = Path.Combine(Folder, name + ".dll");
        if (!System.IO.File.Exists(file)) System.IO.File.WriteAllBytes(file, image);
        return file;
    }

    private static IEnumerable<CSharpCompilation> Chain(CSharpCompilation? last)
    {
        for (var cell = last; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation) yield return cell;
    }
}
