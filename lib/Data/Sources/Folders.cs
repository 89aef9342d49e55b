namespace Workbook.Data;

/// <summary>Where this machine keeps data sets.</summary>
internal static class Folders
{
    /// <summary>The folder that $WORKBOOK_DATA names; a relative path starts at the workbook's root.</summary>
    public static string? Given() => Environment.GetEnvironmentVariable("WORKBOOK_DATA") is { Length: > 0 } folder
        ? Path.GetFullPath(folder, Root())
        : null;

    /// <summary>The folder data/ at the workbook's root.</summary>
    public static string Own() => Path.Combine(Root(), "data");

    /// <summary>The nearest folder above this library, or above the current one, that holds Workbook.sln; the current one where there is none.</summary>
    private static string Root()
    {
        var starts = new[] { Path.GetDirectoryName(typeof(Folders).Assembly.Location), Environment.CurrentDirectory };
        foreach (var start in starts)
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
                if (File.Exists(Path.Combine(folder, "Workbook.sln"))) return folder;
        return Environment.CurrentDirectory;
    }
}
