namespace Workbook.Kernel.Headless;

/// <summary>A cell of a running notebook, at its beginning and at its end.</summary>
internal sealed record RunnerStep(int Number, int Count, string Source, TimeSpan Duration, bool IsDone, CellError? Error);
