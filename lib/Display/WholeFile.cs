namespace Workbook.Display;

/// <summary>Files that are there whole or not at all: written aside, under a name that no other writer has, then renamed.</summary>
public static class WholeFile
{
    /// <summary>Tries the folder of a file that is to be written much later, so that an hour's work does not end in a path that was never right.</summary>
    /// <param name="path">Where the file will go; nothing is left there. Missing folders are made.</param>
    /// <exception cref="IOException">It could not be written, with the reason.</exception>
    public static void RequireWritable(string path)
    {
        var whole = Path.GetFullPath(path);
        try
        {
            if (Directory.Exists(whole)) throw new IOException("it is a folder; name a file in it");
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            var aside = Aside(whole);
            File.WriteAllBytes(aside, []);
            File.Delete(aside);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{whole} cannot be written ({refusal.Message.TrimEnd('.')}). Give another path.", refusal);
        }
    }

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
        var aside = Aside(whole);
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

    private static string Aside(string whole) => $"{whole}.{Environment.ProcessId}-{Guid.NewGuid():n}.partial";
}
