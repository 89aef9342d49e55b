using System.Collections.Immutable;
using TorchSharp;
using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>People, a row each: what is known of them, a group that must not decide, and a label that is wanted.</summary>
public sealed class Population : IDisposable
{
    /// <summary>Puts the three together and owns them from then on.</summary>
    /// <param name="features">x, every one 0 or 1: (N, D). The group is not among them.</param>
    /// <param name="groups">s, 0 or 1, int64: (N).</param>
    /// <param name="labels">y, 0 or 1, int64: (N).</param>
    /// <exception cref="ArgumentException">A shape or a type is another; or, on the CPU, a number is neither 0 nor 1.</exception>
    public Population(Tensor features, Tensor groups, Tensor labels)
    {
        if (features.dim() != 2) throw new ArgumentException($"{nameof(features)}: expected (N, D), got ({string.Join(", ", features.shape)}).", nameof(features));
        foreach (var (numbers, name) in new[] { (groups, nameof(groups)), (labels, nameof(labels)) })
            if (numbers.dim() != 1 || numbers.shape[0] != features.shape[0] || numbers.dtype != ScalarType.Int64)
                throw new ArgumentException($"{name}: expected {features.shape[0]} numbers of type Int64, one a row, got ({string.Join(", ", numbers.shape)}) of type {numbers.dtype}.", name);
        foreach (var (numbers, name) in new[] { (features, nameof(features)), (groups, nameof(groups)), (labels, nameof(labels)) })
            if (numbers.device_type == DeviceType.CPU && numbers.ne(0).logical_and(numbers.ne(1)).any().ToBoolean())
                throw new ArgumentException($"{name}: expected every number to be 0 or 1.", name);
        (Features, Groups, Labels) = (features, groups, labels);
    }

    /// <summary>x: (N, D).</summary>
    public Tensor Features { get; }

    /// <summary>s, int64: (N).</summary>
    public Tensor Groups { get; }

    /// <summary>y, int64: (N).</summary>
    public Tensor Labels { get; }

    /// <summary>N.</summary>
    public long Count => Features.shape[0];

    /// <summary>The first rows, as views of these.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than <see cref="Count"/>.</exception>
    public Population First(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new(Features.narrow(0, 0, count), Groups.narrow(0, 0, count), Labels.narrow(0, 0, count));
    }

    /// <summary>Frees the three tensors.</summary>
    public void Dispose()
    {
        Features.Dispose();
        Groups.Dispose();
        Labels.Dispose();
    }
}

/// <summary>A table of people in two parts, and what its numbers mean.</summary>
/// <param name="Name">For people: Adult.</param>
/// <param name="Train">What is learned from.</param>
/// <param name="Test">What is held out.</param>
/// <param name="Features">What each of the D numbers says: <c>occupation=Sales</c>.</param>
/// <param name="GroupNames">What s = 0 and s = 1 mean.</param>
/// <param name="LabelName">What y = 1 means.</param>
public sealed record Census(string Name, Population Train, Population Test, ImmutableArray<string> Features, ImmutableArray<string> GroupNames, string LabelName) : IDisposable
{
    /// <summary>D.</summary>
    public int DataSize => Features.Length;

    /// <summary>The real table where it is present, else the drawn one, with one sentence that says so.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look; <see cref="Store.Default"/> unless given.</param>
    public static Census Load(Device? device = null, Store? store = null)
    {
        try
        {
            return Adult.Load(device, store);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            new Sentence($"Running on {ToyCensus.Title}. {failure.Message}").Show();
            return ToyCensus.Load(device: device);
        }
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train.Count:N0} + {Test.Count:N0} people, {DataSize} features, s: {GroupNames[0]} or {GroupNames[1]}, y: {LabelName}");

    /// <summary>Frees both parts.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }
}
