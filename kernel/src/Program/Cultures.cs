using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbook.Kernel;

/// <summary>Cells know the cultures of the world, by name; what nobody has chosen a culture for is written the same on every machine.</summary>
internal static class Cultures
{
    private const string Switch = "System.Globalization.Invariant";
    private const int Newest = 120, Oldest = 50;

    /// <summary>To be called before anything has asked for a culture: without the ICU libraries the runtime would end the process at the first question.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is null && !HasIcu()) AppContext.SetSwitch(Switch, true);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }

    // As the runtime looks for them: without a version, and then with each.
    private static bool HasIcu()
    {
        for (var version = Newest; version >= Oldest; version--)
            if (NativeLibrary.TryLoad(version == Newest ? "libicuuc.so" : "libicuuc.so." + Digits(version), out _)) return true;
        return false;
    }

    // Without the formatting of numbers, which asks for a culture.
    private static string Digits(int number) => $"{(char)('0' + number / 100 % 10)}{(char)('0' + number / 10 % 10)}{(char)('0' + number % 10)}".TrimStart('0');
}
