namespace Workbook.Kernel;

/// <summary><c>install</c> and <c>uninstall</c>: where Jupyter finds this kernel.</summary>
internal static class InstallCommand
{
    private const string Places = "--user, --prefix DIR, --sys-prefix or --dir DIR";

    /// <summary>Puts the kernel into the chosen Jupyter folder: a copy that needs this one no more, or with <c>--in-place</c> its description only.</summary>
    public static int Install(string[] arguments)
    {
        var inPlace = arguments.Contains("--in-place");
        return At(arguments.Where(argument => argument != "--in-place"), "install", spec =>
        {
            if (inPlace) spec.Write(Path.Combine(AppContext.BaseDirectory, KernelSpec.Program));
            else spec.WriteCopy(AppContext.BaseDirectory);
            Console.WriteLine($"Installed the kernel {KernelSpec.DisplayName} in {spec.Folder}{(inPlace ? $"; it runs from {AppContext.BaseDirectory}" : "")}");
        });
    }

    /// <summary>Takes it away again.</summary>
    public static int Uninstall(string[] arguments) => At(arguments, "uninstall", spec =>
        Console.WriteLine(spec.Remove() ? $"Removed the kernel from {spec.Folder}" : $"There was no kernel in {spec.Folder}"));

    private static int At(IEnumerable<string> arguments, string command, Action<KernelSpec> act)
    {
        string? folder;
        switch (arguments.ToArray())
        {
            case [] or ["--user"]:
                folder = KernelSpec.OfUser();
                break;
            case ["--prefix", var prefix]:
                folder = KernelSpec.OfPrefix(prefix);
                break;
            case ["--sys-prefix"]:
                if (Environment() is not { } active) return Usage.Failed("no Python or conda environment is active (VIRTUAL_ENV and CONDA_PREFIX are not set); --prefix DIR names one.");
                folder = KernelSpec.OfPrefix(active);
                break;
            case ["--dir", var chosen]:
                folder = chosen;
                break;
            default:
                return Usage.Wrong($"{command} takes {Places}, not '{string.Join(' ', arguments)}'");
        }
        try
        {
            act(KernelSpec.Below(folder));
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Usage.Failed($"{command} did not work: {problem.Message.TrimEnd('.')}. Other places: {Places}.");
        }
    }

    private static string? Environment() => new[] { "VIRTUAL_ENV", "CONDA_PREFIX" }.Select(System.Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
