namespace Workbook.Course;

/// <summary>What one wishes a measured number to be.</summary>
public enum Aim
{
    /// <summary>As low as can be: ↓.</summary>
    Low,

    /// <summary>As high as can be: ↑.</summary>
    High,

    /// <summary>Near 1, as real data are: → 1.</summary>
    One,
}
