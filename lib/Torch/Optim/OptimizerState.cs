using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How a group of parameters is changed. What is null is as in the optimiser.</summary>
public class OptimizerOptions
{
    /// <summary>The rate now.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate at the start, from which schedules reckon.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes the options.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    /// <summary>Reads the options.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    /// <summary>Copies the options of another group.</summary>
    public virtual void LoadStateDict(OptimizerOptions source) => Bytes.Through(source.SaveStateDict, LoadStateDict);
}

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>The memory of a parameter.</summary>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Forgets everything.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Writes what is remembered.</summary>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what is remembered.</summary>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies what is remembered of another parameter.</summary>
    public virtual void LoadStateDict(OptimizerState source) => Bytes.Through(source.SaveStateDict, LoadStateDict);

    /// <summary>Whether as much is remembered here as there, up to rounding.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Moves what is remembered to a device.</summary>
    public virtual void to(Device device) { }

    /// <summary>Reads a tensor that may be absent.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        result?.Dispose();
        result = null;
        if (!reader.ReadBoolean()) return;
        using var loaded = TensorExtensionMethods.Load(reader);
        result = loaded.to(device, copy: true).DetachFromDisposeScope();
    }

    /// <summary>Writes a tensor that may be absent.</summary>
    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    private protected static Tensor Remembered(Tensor tensor) => tensor.DetachFromDisposeScope();

    private protected static void Move(ref Tensor? tensor, Device device)
    {
        if (tensor is null) return;
        using var old = tensor;
        tensor = Remembered(old.to(device, copy: true));
    }

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null || right is null ? left is null && right is null : left.allclose(right);
}

/// <summary>Copies by writing and reading, so that what is saved and what is copied cannot differ.</summary>
internal static class Bytes
{
    internal static void Through(Action<BinaryWriter> write, Action<BinaryReader> read)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        read(reader);
    }
}
