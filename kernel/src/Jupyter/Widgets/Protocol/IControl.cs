namespace Workbook.Widgets;

/// <summary>A control of any type, as a picture sees it.</summary>
internal interface IControl
{
    /// <summary>What is moved.</summary>
    DOMWidget Widget { get; }

    /// <summary>Names it, unless it has a name.</summary>
    void Name(string name);

    /// <summary>Calls this whenever it has moved.</summary>
    void Follow(Action moved);
}
