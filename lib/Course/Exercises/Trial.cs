using System.Reflection;
using static TorchSharp.torch;

namespace Workbook.Course;

/// <summary>A student's function, tried on several inputs.</summary>
internal sealed class Trial<T>(Delegate function, double tolerance)
{
    private readonly ParameterInfo[] parameters = function.Method.GetParameters();

    /// <summary>How many cases are off, what is wrong with the first of them, and which inputs the function does not look at.</summary>
    public string? Finding((object[] Inputs, T Expected)[] cases)
    {
        if (cases.FirstOrDefault(one => one.Inputs.Length != parameters.Length) is { Inputs: { } inputs }) return $"The function takes {parameters.Length} inputs; {inputs.Length} are given.";
        var found = cases.Select(one => Value(one.Inputs)).ToList();
        var faults = cases.Select((one, i) => Fault.Between(found[i], one.Expected, tolerance)).ToList();
        var first = faults.FindIndex(fault => fault is not null);
        if (first < 0) return null;
        var count = faults.Count(fault => fault is not null);
        return $"{count} of {cases.Length} cases {(count == 1 ? "is" : "are")} off. With {Shown(cases[first].Inputs)}: {char.ToLowerInvariant(faults[first]![0])}{faults[first]![1..]}{Ignored(cases, found)}";
    }

    // An input is ignored when all pairs of cases that differ in it alone, and should give different things, give the same.
    private string Ignored((object[] Inputs, T Expected)[] cases, List<object?> found)
    {
        var names = parameters.Where((_, k) => Pairs(cases, k).ToList() is { Count: > 0 } pairs && pairs.All(pair => AreSame(found[pair.One], found[pair.Other])))
            .Select(parameter => parameter.Name!).ToList();
        return names.Count == 0 ? "" : $" It gives the same for different {string.Join(" and ", names)}.";
    }

    private IEnumerable<(int One, int Other)> Pairs((object[] Inputs, T Expected)[] cases, int input) =>
        from one in Enumerable.Range(0, cases.Length)
        from other in Enumerable.Range(one + 1, cases.Length - one - 1)
        where Enumerable.Range(0, parameters.Length).All(k => AreSame(cases[one].Inputs[k], cases[other].Inputs[k]) != (k == input)) && !AreSame(cases[one].Expected, cases[other].Expected)
        select (one, other);

    private bool AreSame(object? one, object? other) => Fault.Between(one, other, 0) is null;

    private object? Value(object[] inputs) =>
        function.Method.Invoke(function.Target, BindingFlags.DoNotWrapExceptions, null, [.. inputs.Select((input, k) => Fitted(input, parameters[k].ParameterType))], null);

    // Each call gets tensors of its own, so that a function that changes them spoils nothing.
    private static object Fitted(object input, Type type) => input switch
    {
        Tensor tensor => tensor.detach().clone(),
        IConvertible when input.GetType() != type && typeof(IConvertible).IsAssignableFrom(type) => Convert.ChangeType(input, type),
        _ => input,
    };

    private string Shown(object[] inputs) => string.Join(", ", parameters.Zip(inputs, (parameter, input) => $"{parameter.Name} = {Shown(input)}"));

    private static string Shown(object input) => input switch
    {
        Tensor tensor => $"a tensor ({string.Join(", ", tensor.shape)})",
        System.Collections.IEnumerable parts and not string => $"[{string.Join(", ", parts.Cast<object>().Select(Shown))}]",
        IConvertible and not string => Distance.Short(Convert.ToDouble(input)),
        _ => input.ToString() ?? "",
    };
}
