namespace Workbook.Kernel;

/// <summary><c>install</c> and <c>uninstall</c>: where Jupyter finds this kernel.</summary>
internal static class InstallCommand
{
    /// <summary>Writes the kernel's description into the chosen Jupyter folder.</summary>
    public static int Install(string[] arguments)
    {
        if (Chosen(arguments) is not { } spec) return Usage.Wrong($"install takes --user, --prefix DIR or --dir DIR, not '{string.Join(' ', arguments)}'");
        spec.Write(Path.Combine(AppContext.BaseDirectory, "workbook-kernel.dll"));
        Console.WriteLine($"Installed the kernel C# (Workbook) in {spec.Folder}");
        return 0;
    }

    /// <summary>Takes it away again.</summary>
    public static int Uninstall(string[] arguments)
    {
        if (Chosen(arguments) is not { } spec) return Usage.Wrong($"uninstall takes --user, --prefix DIR or --dir DIR, not '{string.Join(' ', arguments)}'");
        Console.WriteLine(spec.Remove() ? $"Removed the kernel from {spec.Folder}" : $"There was no kernel in {spec.Folder}");
        return 0;
    }

    private static KernelSpec? Chosen(string[] arguments) => arguments switch
    {
        [] or ["--user"] => KernelSpec.Below(KernelSpec.OfUser()),
        ["--prefix", var prefix] => KernelSpec.Below(KernelSpec.OfPrefix(prefix)),
        ["--dir", var folder] => KernelSpec.Below(folder),
        _ => null,
    };
}
