using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Workbook.Course;

/// <summary>A property that a training may have otherwise when it goes on from a checkpoint: how long, where to, what is looked at.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayChangeAttribute : Attribute;

/// <summary>The properties of a run that decide its numbers, in words: a checkpoint keeps them, and one of another run is refused.</summary>
internal static class RunSettings
{
    /// <summary>Each property that can be set, but those marked <see cref="MayChangeAttribute"/>, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Of(object run) => run.GetType().GetProperties()
        .Where(property => property.SetMethod is not null && property.GetCustomAttribute<MayChangeAttribute>() is null)
        .ToDictionary(property => property.Name, property => InWords(property.GetValue(run)));

    private static string InWords(object? value) => value switch
    {
        null => "none",
        string text => text,
        Delegate => "a function",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(InWords))}]",
        _ => value.ToString() ?? "",
    };
}
