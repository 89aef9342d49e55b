using System.Reflection;

namespace Workbook.Display;

/// <summary>The program around us, if it formats and shows as .NET Interactive does. It is found among the loaded assemblies; nothing is loaded for its sake.</summary>
internal static class Interactive
{
    private const string Space = "Microsoft.DotNet.Interactive", Formatting = "Microsoft.DotNet.Interactive.Formatting";
    private static PropertyInfo? current, isComplete, token;
    private static MethodInfo? showInContext, show, update;

    /// <summary>The command that is running, where there is one.</summary>
    private static object? Context => Find() && current?.GetValue(null) is { } context && isComplete?.GetValue(context) is false ? context : null;

    /// <summary>Cancelled when the person at the front end stops the cell; null where no cell is running.</summary>
    public static CancellationToken? Token => Context is { } context ? token?.GetValue(context) as CancellationToken? : null;

    /// <summary>Shows a thing; what came of it updates it in place. Null where nobody shows things but a console.</summary>
    public static Action<IShowable>? Show(IShowable thing)
    {
        var shown = Context is { } context ? showInContext?.Invoke(null, [context, thing, Array.Empty<string>()])
            : Find() ? show?.Invoke(null, [thing, Array.Empty<string>()])
            : null;
        return shown is null ? null : other => update?.Invoke(shown, [other]);
    }

    private static bool Find()
    {
        if (show is not null && current is not null) return true;
        var loaded = AppDomain.CurrentDomain.GetAssemblies();
        if (loaded.FirstOrDefault(assembly => assembly.GetName().Name == Formatting) is not { } formatting) return false;
        show = formatting.GetType("System.DisplayExtensions")?.GetMethod("Display");
        update = formatting.GetType(Formatting + ".DisplayedValue")?.GetMethod("Update");
        var context = loaded.FirstOrDefault(assembly => assembly.GetName().Name == Space)?.GetType(Space + ".KernelInvocationContext");
        showInContext = context?.Assembly.GetType(Space + ".KernelInvocationContextExtensions")?.GetMethod("Display", [context, typeof(object), typeof(string[])]);
        (isComplete, token) = (context?.GetProperty("IsComplete"), context?.GetProperty("CancellationToken"));
        current = context?.GetProperty("Current");
        return show is not null;
    }
}
