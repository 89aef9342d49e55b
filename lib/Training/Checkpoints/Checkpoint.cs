using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp.Modules;
using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>One file that holds a training: a zip of the model, the optimiser, the random states and the place.</summary>
internal static class Checkpoint
{
    private const string Best = "best";
    private static readonly string[] needed = ["model", "optimizer", "random", "place.json"];

    /// <summary>Writes the file aside and renames it, so that a crash leaves the old one.</summary>
    public static void Write(string path, nn.Module model, OptimizerHelper optimizer, TrainingPosition position, byte[][] random, byte[]? best) => WholeFile.Write(path, file =>
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        ZipParts.Write(zip, "model", writer => model.save(writer));
        ZipParts.Write(zip, "optimizer", optimizer.save_state_dict);
        if (best is not null) ZipParts.Write(zip, Best, writer => writer.Write(best));
        ZipParts.Write(zip, "random", writer => WriteArrays(writer, random));
        ZipParts.Write(zip, "place.json", writer => writer.Write(JsonSerializer.SerializeToUtf8Bytes(position, TrainingPositionJson.Default.TrainingPosition)));
    });

    /// <summary>Reads the whole file, then changes model and optimiser; where they do not take it, they are as they were.</summary>
    /// <exception cref="InvalidDataException">The file is not a whole checkpoint, or is one of another training.</exception>
    public static (TrainingPosition Position, byte[][] Random, byte[]? Best) Read(
        string path, nn.Module model, OptimizerHelper optimizer, int stepsPerEpoch, int generators, IReadOnlyDictionary<string, string> settings)
    {
        var parts = Parts(path);
        var position = JsonSerializer.Deserialize(parts["place.json"], TrainingPositionJson.Default.TrainingPosition)!;
        var random = ReadArrays(parts["random"]);
        if (position.StepsPerEpoch != stepsPerEpoch)
            throw new InvalidDataException($"{path}: this checkpoint has {position.StepsPerEpoch} batches an epoch, this training has {stepsPerEpoch}. Build the batches as they were.");
        if (Difference(position.Settings ?? settings, settings) is { } difference)
            throw new InvalidDataException($"{path}: this checkpoint is of another training: {difference}. Train as before, or give another path.");
        if (random.Length != generators)
            throw new InvalidDataException($"{path}: this checkpoint keeps {random.Length - 1} generators, this training has {generators - 1}. Give Random the same list.");
        var (modelBefore, optimizerBefore) = (Kept(model, parts["model"].Length), Written(optimizer.save_state_dict, parts["optimizer"].Length));
        try
        {
            Restore(model, parts["model"]);
            optimizer.load_state_dict(Reader(parts["optimizer"]));
        }
        catch (Exception mismatch) when (mismatch is ArgumentException or InvalidDataException)
        {
            Restore(model, modelBefore);
            optimizer.load_state_dict(Reader(optimizerBefore));
            throw new InvalidDataException($"{path}: this checkpoint is of another model or optimiser ({mismatch.Message}).", mismatch);
        }
        return (position, random, parts.GetValueOrDefault(Best));
    }

    /// <summary>A model's state as bytes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="expected">How many bytes that will be, where it is known: memory is then not copied as it grows.</param>
    public static byte[] Kept(nn.Module model, int expected = 0) => Written(writer => model.save(writer), expected);

    /// <summary>Puts a model back into that state.</summary>
    public static void Restore(nn.Module model, byte[] kept) => model.load(Reader(kept));

    private static string? Difference(IReadOnlyDictionary<string, string> kept, IReadOnlyDictionary<string, string> asked)
    {
        var names = kept.Keys.Union(asked.Keys).Where(name => kept.GetValueOrDefault(name) != asked.GetValueOrDefault(name)).ToList();
        return names.Count == 0 ? null : string.Join("; ", names.Select(name => $"{name} was {Shown(kept, name)}, is {Shown(asked, name)}"));
    }

    private static string Shown(IReadOnlyDictionary<string, string> settings, string name) => settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : "not said";

    private static Dictionary<string, byte[]> Parts(string path)
    {
        try
        {
            var parts = ZipParts.Read(path);
            if (needed.FirstOrDefault(name => !parts.ContainsKey(name)) is { } missing) throw new InvalidDataException($"it has no part '{missing}'");
            if (parts.Keys.FirstOrDefault(name => name != Best && !needed.Contains(name)) is { } stranger) throw new InvalidDataException($"it has a part '{stranger}' that nobody wrote");
            return parts;
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: this is not a whole checkpoint ({damage.Message}). It was left as it is; resume another, or train anew.", damage);
        }
    }

    private static byte[] Written(Action<BinaryWriter> write, int expected)
    {
        using var memory = new MemoryStream(expected);
        using (var writer = new BinaryWriter(memory)) write(writer);
        return memory.TryGetBuffer(out var written) && written.Count == written.Array!.Length ? written.Array : memory.ToArray();
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

/// <summary>How far a training has come, as a checkpoint keeps it.</summary>
/// <param name="EpochsDone">Whole epochs done.</param>
/// <param name="StepsPerEpoch">Batches in an epoch.</param>
/// <param name="Terms">The names of the loss terms.</param>
/// <param name="Rows">The terms of each step of the epoch under way.</param>
/// <param name="Examples">How many examples each of those steps saw.</param>
/// <param name="Steps">The loss of every step so far.</param>
/// <param name="Epochs">What the epochs came to.</param>
/// <param name="Settings">What decided the numbers; null in files that were written before it was kept.</param>
internal sealed record TrainingPosition(
    int EpochsDone, int StepsPerEpoch, string[] Terms, double[][] Rows, long[] Examples, double[] Steps, EpochResult[] Epochs, IReadOnlyDictionary<string, string>? Settings = null);

/// <summary>How it is written, by code made as this is compiled: programs of one file and trimmed ones have no reflection for it.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(TrainingPosition))]
internal sealed partial class TrainingPositionJson : JsonSerializerContext;

/// <summary>The states of torch's own generator and of the caller's.</summary>
internal static class RandomStates
{
    /// <summary>The states as bytes, torch's own first.</summary>
    public static byte[][] Of(IEnumerable<Generator> generators)
    {
        using var scope = NewDisposeScope();
        return [Bytes(get_rng_state()), .. generators.Select(generator => Bytes(generator.get_state()))];
    }

    /// <summary>Puts the generators back into these states.</summary>
    public static void Restore(IReadOnlyList<Generator> generators, byte[][] states)
    {
        using var scope = NewDisposeScope();
        set_rng_state(tensor(states[0]));
        foreach (var (generator, state) in generators.Zip(states.Skip(1))) generator.set_state(tensor(state));
    }

    private static byte[] Bytes(Tensor state)
    {
        using var numbers = state.data<byte>();
        return numbers.ToArray();
    }
}
