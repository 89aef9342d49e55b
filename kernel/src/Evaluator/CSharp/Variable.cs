namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A variable of the session as it is now.</summary>
internal sealed record Variable(string Name, string Type, object? Value)
{
    /// <summary>The type it was declared with.</summary>
    public Type Declared { get; init; } = typeof(object);
}
