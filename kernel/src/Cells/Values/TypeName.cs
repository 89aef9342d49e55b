namespace Workbook.Kernel.Cells.Values;

/// <summary>A type's name as it is written in C#, without namespaces.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)) return "";
        if (type.IsArray) return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (!type.IsGenericType) return type.Name;
        var tick = type.Name.IndexOf('`');
        return $"{(tick < 0 ? type.Name : type.Name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
