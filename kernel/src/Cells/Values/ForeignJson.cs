using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbook.Kernel.Cells.Values;

/// <summary>JSON as Json.NET keeps it, which the kernel knows by name only: shown as the framework's own JSON is.</summary>
internal static class ForeignJson
{
    private const string Name = "Newtonsoft.Json.Linq.JToken";

    /// <summary>The same thing in the framework's classes; null for anything else, and for what is no JSON (not a number, a comment).</summary>
    public static JsonNode? Of(object? value)
    {
        if (value is null || Token(value.GetType()) is not { } token) return null;
        var write = token.GetMethods().First(method => method.Name == "ToString" && method.GetParameters() is [{ ParameterType.IsEnum: true }, _]);
        var formatting = write.GetParameters()[0].ParameterType;
        try
        {
            return JsonNode.Parse((string)write.Invoke(value, [Enum.ToObject(formatting, 0), Array.CreateInstance(write.GetParameters()[1].ParameterType.GetElementType()!, 0)])!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Type? Token(Type? type) => type is null || type.FullName == Name ? type : Token(type.BaseType);
}
