namespace Workbook.Widgets;

/// <summary>A widget that has one of several labels chosen.</summary>
internal interface IChoice
{
    /// <summary>The label chosen now.</summary>
    string? Label { get; }
}
