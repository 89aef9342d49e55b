namespace TorchSharp.Serialization;

/// <summary>Files of state: written aside and renamed, and when truncated said to be.</summary>
internal static class StateFile
{
    /// <summary>Writes to a neighbouring file and renames it over the wanted one when all is written.</summary>
    internal static void Write(string location, Action<BinaryWriter> write)
    {
        var aside = location + ".part";
        using (var writer = new BinaryWriter(File.Create(aside))) write(writer);
        File.Move(aside, location, overwrite: true);
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It ends too early.</exception>
    internal static void Read(string location, Action<BinaryReader> read)
    {
        if (!File.Exists(location)) throw new FileNotFoundException($"There is no file '{location}' to load from.", location);
        using var reader = new BinaryReader(File.OpenRead(location));
        try
        {
            read(reader);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"'{location}' ends too early: it is truncated or not a saved state. Save it again.");
        }
    }
}
