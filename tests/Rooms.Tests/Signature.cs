using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbook.Rooms.Tests;

/// <summary>Public types and members as one line of text each, the same on every machine.</summary>
internal static class Signature
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public face of an assembly: each type, and below it its members, sorted.</summary>
    public static string Of(Assembly assembly) => string.Concat(assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => $"{Heading(type)}\n{string.Concat(Members(type).Distinct().Order(StringComparer.Ordinal).Select(member => $"    {member}\n"))}\n"));

    private static string Heading(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : (type.IsAbstract, type.IsSealed) switch { (true, true) => "static class", (true, false) => "abstract class", (false, true) => "sealed class", _ => "class" };
        var parents = type.GetInterfaces().Where(face => face.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType) parents.Insert(0, Name(parent));
        return $"{kind} {type.Namespace}.{Name(type)}{(parents.Count == 0 || type.IsEnum ? "" : " : " + string.Join(", ", parents))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type);
        return type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))).Select(member => member switch
        {
            ConstructorInfo made when Visible(made) => $"new({Parameters(made)})",
            MethodInfo method when Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_")) => Method(method),
            PropertyInfo property when property.GetAccessors(true).Any(Visible) => Property(property),
            FieldInfo field when field.IsPublic || field.IsFamily => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            EventInfo happening => $"event {Name(happening.EventHandlerType!)} {happening.Name}",
            _ => "",
        }).Where(line => line != "");
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters() is { Length: > 0 } at ? $"[{string.Join(", ", at.Select(Parameter))}]" : "";
        var setter = property.SetMethod is { } set && Visible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var isStatic = property.GetAccessors(true)[0].IsStatic ? "static " : "";
        return $"{isStatic}{Name(property.PropertyType)} {property.Name}{index} {{{(property.GetMethod is { } get && Visible(get) ? " get;" : "")}{setter} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")}";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        var simple = type.Name.Split('`')[0];
        var outer = type.IsNested ? Name(type.DeclaringType!) + "." : "";
        var arguments = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Name).ToList();
        return outer + simple + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }
}
