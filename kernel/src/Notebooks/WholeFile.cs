namespace Workbook.Kernel.Notebooks;

/// <summary>Files that nobody finds half written: written aside under a name of their own, and moved into place when they are whole.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file; where that fails, the one before it stays and nothing is left beside it.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var aside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():n}.partial";
        try
        {
            using (var file = File.Create(aside)) write(file);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Writes a text.</summary>
    public static void Write(string path, string text) => Write(path, file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
