using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Workbook.Engine;

/// <summary>Compiled into every assembly that computes: as it is loaded, so are TorchSharp's libraries.</summary>
internal static class LoadsNatives
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The libraries must be there before anybody's first tensor, whoever makes it.")]
    internal static void Load() => Natives.Load();
}
