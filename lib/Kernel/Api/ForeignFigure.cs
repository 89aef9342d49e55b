using System.Reflection;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>Figures of Plotly.NET, which the kernel knows by name only: their module writes the HTML, and nothing else of the library is asked.</summary>
/// <remarks>Up to version 4 the type is nested in the module <c>GenericChart</c>, from 5 on it stands beside <c>GenericChartModule</c>.</remarks>
internal static class ForeignFigure
{
    private const string Name = "Plotly.NET.GenericChart";
    private const string Writer = "toChartHTML";

    /// <summary>The figure's HTML, or null for anything else.</summary>
    public static MimeBundle? Of(object value)
    {
        if (value.GetType().FullName?.StartsWith(Name, StringComparison.Ordinal) != true) return null;
        return WriterFor(value.GetType())?.Invoke(null, [value]) is string html
            ? MimeBundle.Plain("A figure of Plotly.NET.").With("text/html", html)
            : null;
    }

    private static MethodInfo? WriterFor(Type type) => new[] { Name, Name + "Module" }
        .Select(module => type.Assembly.GetType(module)?.GetMethod(Writer, BindingFlags.Public | BindingFlags.Static))
        .FirstOrDefault(method => method?.GetParameters() is [var chart] && chart.ParameterType.IsAssignableFrom(type));
}
