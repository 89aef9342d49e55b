namespace Workbook.Kernel.Cells;

/// <summary>The folder that a cell's paths are relative to.</summary>
internal static class Folders
{
    /// <summary>The working folder; a cell may have deleted it.</summary>
    public static string Current()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return Path.DirectorySeparatorChar.ToString();
        }
    }
}
