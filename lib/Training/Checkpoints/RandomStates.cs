using static TorchSharp.torch;

namespace Workbook.Training;

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
