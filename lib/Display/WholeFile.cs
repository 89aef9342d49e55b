namespace Workbook.Display;

/// <summary>Files that are there whole or not at all: written aside, under a name that no other writer has, then renamed.</summary>
public static class WholeFile
{
    /// <summary>Writes a file; one that was there before is replaced only by a whole one. Missing folders are made.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>The path, whole.</returns>
    /// <exception cref="IOException">It could not be written, as on a full disk; what was begun is taken away again.</exception>
    public static string Write(string path, Action<Stream> write)
    {
        var whole = Path.GetFullPath(path);
        if (Directory.Exists(whole)) throw new IOException($"{whole} is a folder; name a file in it.");
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var aside = $"{whole}.{Environment.ProcessId}-{Guid.NewGuid():n}.partial";
        try
        {
            using (var file = File.Create(aside))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, whole, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
        return whole;
    }
}
