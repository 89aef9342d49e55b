namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>The protocol's message channels.</summary>
internal enum Channel
{
    /// <summary>Requests from the front end: cells and questions about the language.</summary>
    Shell,

    /// <summary>Requests that must not wait for a cell: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions from the kernel to the person.</summary>
    Stdin,

    /// <summary>What everyone may hear: output and status.</summary>
    IOPub,
}
