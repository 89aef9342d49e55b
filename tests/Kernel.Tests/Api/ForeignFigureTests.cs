using System.Reflection;
using System.Reflection.Emit;

namespace Workbook.Kernel.Tests;

/// <summary>Figures of Plotly.NET: types with the full names of its own, made here because the library is F#, whose nestings C# cannot write.</summary>
public sealed class ForeignFigureTests
{
    private const TypeAttributes Module = TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed;

    [Fact]
    public void A_figure_up_to_version_4_is_shown_by_the_module_it_lies_in()
    {
        var module = Assembly().DefineType("Plotly.NET.GenericChart", Module);
        var chart = module.DefineNestedType("GenericChart", TypeAttributes.NestedPublic | TypeAttributes.Abstract);
        Write(module, chart, "<div>4</div>");
        var made = chart.DefineNestedType("Chart", TypeAttributes.NestedPublic, chart);
        module.CreateType();
        chart.CreateType();
        var value = Activator.CreateInstance(made.CreateType())!;
        Assert.Equal("Plotly.NET.GenericChart+GenericChart+Chart", value.GetType().FullName);
        Assert.Equal(("A figure of Plotly.NET.", "<div>4</div>"), Shown(value));
    }

    [Fact]
    public void A_figure_from_version_5_on_is_shown_by_the_module_beside_it()
    {
        var assembly = Assembly();
        var chart = assembly.DefineType("Plotly.NET.GenericChart", TypeAttributes.Public);
        var module = assembly.DefineType("Plotly.NET.GenericChartModule", Module);
        Write(module, chart, "<div>5</div>");
        var value = Activator.CreateInstance(chart.CreateType())!;
        module.CreateType();
        Assert.Equal(("A figure of Plotly.NET.", "<div>5</div>"), Shown(value));
    }

    private static ModuleBuilder Assembly() =>
        AssemblyBuilder.DefineDynamicAssembly(new($"Plotly-{Guid.NewGuid():N}"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("main");

    private static void Write(TypeBuilder module, Type chart, string html)
    {
        var code = module.DefineMethod("toChartHTML", MethodAttributes.Public | MethodAttributes.Static, typeof(string), [chart]).GetILGenerator();
        code.Emit(OpCodes.Ldstr, html);
        code.Emit(OpCodes.Ret);
    }

    private static (string Text, object Html) Shown(object value)
    {
        var bundle = ValueFormatter.ToMime(value);
        return (bundle.Text, bundle.Formats["text/html"]);
    }
}
