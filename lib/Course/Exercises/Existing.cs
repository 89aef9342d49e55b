using System.Reflection;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>Tells an answer that somebody made from one that lay in the session before.</summary>
internal static class Existing
{
    public const string Refusal = "This lay in the session already: make one of your own.";

    /// <summary>The refusal of an answer that is one of these, else what a judgement says of it.</summary>
    public static string? Judged<T>(T answer, IEnumerable<object>? not, Func<T, string?> fault) => IsAmong(answer, not) ? Refusal : fault(answer);

    /// <summary>Whether an answer is one of these, holds one of their networks or tensors, or shares memory with one.</summary>
    public static bool IsAmong(object? answer, IEnumerable<object>? not) =>
        answer is not null && not is not null && Holdings(answer).ToList() is var mine && not.SelectMany(Holdings).Any(theirs => mine.Any(my => AreSame(my, theirs)));

    // A thing, and the networks and tensors that it has as properties.
    private static IEnumerable<object> Holdings(object thing) => thing is Tensor or nn.Module ? [thing] : thing.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && (typeof(nn.Module).IsAssignableFrom(property.PropertyType) || property.PropertyType == typeof(Tensor)))
        .Select(property => property.GetValue(thing)).OfType<object>().Prepend(thing);

    private static bool AreSame(object one, object other) => (one, other) switch
    {
        (Tensor a, Tensor b) => ShareMemory(a, b),
        (nn.Module a, nn.Module b) => ReferenceEquals(a, b) || a.parameters().Any(mine => b.parameters().Any(theirs => ShareMemory(mine, theirs))),
        _ => ReferenceEquals(one, other),
    };

    private static bool ShareMemory(Tensor one, Tensor other) =>
        ReferenceEquals(one, other) || one.Handle == other.Handle || one.dtype == other.dtype && Memory(one) is { } mine and not 0 && mine == Memory(other);

    // Null where TorchSharp cannot tell.
    private static nint? Memory(Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => tensor.storage<float>().data_ptr(),
        ScalarType.Float64 => tensor.storage<double>().data_ptr(),
        ScalarType.Int64 => tensor.storage<long>().data_ptr(),
        _ => null,
    };
}
