namespace Workbook.Course;

/// <summary>One number of a judgement.</summary>
/// <param name="Name">As tables and figures write it.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Aim">What one wishes it to be.</param>
public sealed record Measure(string Name, double Value, Aim Aim)
{
    /// <summary>How far it is from the wish, less being better: what the best of several has least of.</summary>
    public double Distance => Aim switch { Aim.Low => Value, Aim.High => -Value, _ => Math.Abs(Math.Log(Value)) };
}
