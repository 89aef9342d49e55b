using System.Reflection;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace Workbook.Kernel.Interactive;

/// <summary>What packages bring for notebooks: the extensions in their assemblies, and a script of cells.</summary>
/// <remarks>Both lie in the package's folder <c>interactive-extensions/dotnet</c>; each is loaded once in a session, with the packages of the cell that asks for them.</remarks>
internal static class Extensions
{
    /// <summary>Loads those files that have not been loaded yet. One that fails is told of in the cell, which goes on: the package itself can be used.</summary>
    public static void Load(MagicCall call, IEnumerable<string> files)
    {
        foreach (var file in files.Where(call.Cell.Kernels.Extended.Add))
            Attempt(call, Path.GetFileName(file), () => LoadFile(call, file));
    }

    private static void LoadFile(MagicCall call, string file)
    {
        if (Path.GetExtension(file) == DibFile.Ending) ImportMagic.RunCells(call, file);
        else LoadAssembly(call, file);
    }

    private static void LoadAssembly(MagicCall call, string file)
    {
        var assembly = Assembly(file);
        foreach (var type in assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IKernelExtension))))
            Attempt(call, type.Name, () => Load(call, type));
    }

    private static void Load(MagicCall call, Type type)
    {
        var extension = (IKernelExtension)Activator.CreateInstance(type)!;
        call.Cell.Evaluator.Interruptible.Run(async () =>
        {
            await extension.OnLoadAsync(call.Cell.Kernels.Root);
            return null;
        });
        if (KernelInvocationContext.Current is { } context) context.Publish(new KernelExtensionLoaded(extension, context.Command));
    }

    // A cell may use the assembly's other copy, for compiling, before the extension is come to.
    private static Assembly Assembly(string file)
    {
        var name = AssemblyName.GetAssemblyName(file);
        return AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == name.Name) ?? AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }

    private static void Attempt(MagicCall call, string what, Action load)
    {
        try
        {
            load();
        }
        catch (Exception problem) when (!call.Cell.Evaluator.Interruptible.WasInterrupted && problem is not CellExit)
        {
            var cause = problem is CellFailure failure ? failure.Error.Message : Reason(Traceback.Unwrap(problem));
            call.Cell.Output.Stream("stderr", $"The notebook extension {what} could not be loaded; what it would have added is missing, the package itself can be used. {cause}\n");
        }
    }

    private static string Reason(Exception problem) =>
        $"{problem.GetType().Name}: {(problem as ReflectionTypeLoadException)?.LoaderExceptions.FirstOrDefault()?.Message ?? problem.Message}";
}
