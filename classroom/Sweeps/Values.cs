using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Workbook.Sweeps;

/// <summary>Values as they are typed, and as a property of a run takes them.</summary>
internal static class Values
{
    private const string Nothing = "none";

    /// <summary><c>2,5,10</c>, <c>1..3</c> and <c>[500,300],[400]</c>: what stands between commas that are in no brackets.</summary>
    /// <exception cref="FormatException">A bracket is not closed, a place is empty, or a range runs backwards.</exception>
    public static IReadOnlyList<string> Split(string text)
    {
        var (parts, depth, begin) = (new List<string>(), 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ',' && depth == 0)
            {
                parts.AddRange(Range(text[begin..i].Trim()));
                begin = i + 1;
            }
            else depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
        }
        return depth == 0 ? parts : throw new FormatException("a bracket is not closed");
    }

    /// <summary>A value of a property's type.</summary>
    /// <exception cref="FormatException">The text is no such value; the message says what would be.</exception>
    public static object? Parse(string text, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return text == Nothing ? null : Parse(text, inner);
        if (type == typeof(string)) return text;
        if (type == typeof(int) && int.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (type == typeof(long) && long.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var large)) return large;
        if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        if (type == typeof(bool) && bool.TryParse(text, out var truth)) return truth;
        if (type.IsEnum && Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member)) return member;
        if (Item(type) is { } item) return List(text, item);
        return Named(text, type) ?? throw new FormatException($"expected {Expected(type)}, got '{text}'");
    }

    /// <summary>Whether values of a type can be typed at all.</summary>
    public static bool CanBeTyped(Type type) => type.IsPrimitive || type == typeof(string) || type.IsEnum || Constants(type).Any() || Kinds(type).Any()
        || (Nullable.GetUnderlyingType(type) ?? Item(type)) is { } inner && CanBeTyped(inner);

    private static IEnumerable<string> Range(string part)
    {
        if (part == "") throw new FormatException("between two commas nothing stands");
        if (part.Split("..") is not [var first, var last] || !int.TryParse(first, out var from) || !int.TryParse(last, out var to)) return [part];
        return from <= to ? Enumerable.Range(from, to - from + 1).Select(i => i.ToString(CultureInfo.InvariantCulture)) : throw new FormatException($"the range {part} runs backwards");
    }

    private static Type? Item(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static IList List(string text, Type item)
    {
        if (text is not ['[', .., ']']) throw new FormatException($"expected a list such as [500,300], got '{text}'");
        var inside = text[1..^1].Trim();
        var items = inside == "" ? [] : Split(inside).Select(part => Parse(part, item)).ToArray();
        var list = Array.CreateInstance(item, items.Length);
        for (var i = 0; i < items.Length; i++) list.SetValue(items[i], i);
        return list;
    }

    // Activation.Silu by its name; BernoulliLikelihood by its own or as Bernoulli.
    private static object? Named(string text, Type type) => Constants(type).FirstOrDefault(constant => Is(constant.Name, text))?.GetValue(null)
        ?? (Kinds(type).FirstOrDefault(kind => Is(kind.Name, text) || Is(kind.Name, text + type.Name)) is { } found ? Make(found) : null);

    private static IEnumerable<PropertyInfo> Constants(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type && type.IsClass);

    private static IEnumerable<Type> Kinds(Type type) =>
        type.Namespace?.StartsWith(nameof(Workbook), StringComparison.Ordinal) != true ? [] : type.Assembly.GetExportedTypes()
            .Where(kind => kind is { IsClass: true, IsAbstract: false, IsGenericType: false } && type.IsAssignableFrom(kind) && MadeOfNothing(kind) is not null);

    private static ConstructorInfo? MadeOfNothing(Type kind) =>
        kind.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters().All(parameter => parameter.HasDefaultValue));

    private static object Make(Type kind)
    {
        var constructor = MadeOfNothing(kind)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
    }

    private static string Expected(Type type)
    {
        string[] names = type.IsEnum ? Enum.GetNames(type) : [.. Constants(type).Select(constant => constant.Name), .. Kinds(type).Select(kind => kind.Name)];
        return names.Length > 0 ? string.Join(", ", names[..^1]) + (names.Length > 1 ? " or " : "") + names[^1]
            : type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(double) ? "a finite number"
            : "true or false";
    }

    private static bool Is(string name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
