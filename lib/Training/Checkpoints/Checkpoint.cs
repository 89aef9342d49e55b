using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>One file that holds a training: a zip of the model, the optimiser, the random states and the place.</summary>
internal static class Checkpoint
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes the file aside and renames it, so that a crash leaves the old one.</summary>
    public static void Write(string path, nn.Module model, OptimizerHelper optimizer, Place place, byte[][] random)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var aside = whole + ".partial";
        using (var file = File.Create(aside))
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                Entry(zip, "model", writer => model.save(writer));
                Entry(zip, "optimizer", optimizer.save_state_dict);
                Entry(zip, "random", writer => WriteArrays(writer, random));
                Entry(zip, "place.json", writer => writer.Write(JsonSerializer.SerializeToUtf8Bytes(place, Json)));
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(aside, whole, overwrite: true);
    }

    /// <summary>Reads the whole file first, then changes model and optimiser.</summary>
    /// <exception cref="InvalidDataException">The file is not a whole checkpoint, or is one of another training.</exception>
    public static (Place Place, byte[][] Random) Read(
        string path, nn.Module model, OptimizerHelper optimizer, int stepsPerEpoch, int generators)
    {
        var parts = Parts(path);
        var place = JsonSerializer.Deserialize<Place>(parts["place.json"], Json)!;
        var random = ReadArrays(parts["random"]);
        if (place.StepsPerEpoch != stepsPerEpoch)
            throw new InvalidDataException($"{path}: this checkpoint has {place.StepsPerEpoch} batches an epoch, this training has {stepsPerEpoch}. Build the batches as they were.");
        if (random.Length != generators)
            throw new InvalidDataException($"{path}: this checkpoint keeps {random.Length - 1} generators, this training has {generators - 1}. Give Random the same list.");
        try
        {
            model.load(Reader(parts["model"]));
            optimizer.load_state_dict(Reader(parts["optimizer"]));
        }
        catch (Exception mismatch) when (mismatch is ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}: this checkpoint is of another model or optimiser ({mismatch.Message}).", mismatch);
        }
        return (place, random);
    }

    private static Dictionary<string, byte[]> Parts(string path)
    {
        string[] names = ["model", "optimizer", "random", "place.json"];
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return names.ToDictionary(name => name, name => Bytes(zip.GetEntry(name) ?? throw new InvalidDataException($"it has no part '{name}'")));
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: this is not a whole checkpoint ({damage.Message}). It was left as it is; resume another, or train anew.", damage);
        }
    }

    private static void Entry(ZipArchive zip, string name, Action<BinaryWriter> write)
    {
        using var writer = new BinaryWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
        write(writer);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));

    private static void WriteArrays(BinaryWriter writer, byte[][] arrays)
    {
        writer.Write(arrays.Length);
        foreach (var array in arrays)
        {
            writer.Write(array.Length);
            writer.Write(array);
        }
    }

    private static byte[][] ReadArrays(byte[] bytes)
    {
        using var reader = Reader(bytes);
        var arrays = new byte[reader.ReadInt32()][];
        for (var i = 0; i < arrays.Length; i++) arrays[i] = reader.ReadBytes(reader.ReadInt32());
        return arrays;
    }
}
