namespace Workbook.Rooms.Tests;

/// <summary>The kernel that tests start: compiled ahead of time where <c>./workbook test</c> names one, as people have it; else as it was built.</summary>
internal static class KernelProgram
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("WORKBOOK_KERNEL") is { Length: > 0 } ahead
        ? ahead
        : System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "Workbook.Kernel", new DirectoryInfo(AppContext.BaseDirectory).Name, "workbook-kernel.dll"));
}
