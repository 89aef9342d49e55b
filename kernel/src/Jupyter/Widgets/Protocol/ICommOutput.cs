using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>An output behind which there is a page that can answer.</summary>
internal interface ICommOutput : ICellOutput
{
    /// <summary>The output of the cell that runs here, where there is a page that can answer.</summary>
    static ICommOutput? Current => CurrentOutput.Nearest<ICommOutput>();

    /// <summary>The session's widgets.</summary>
    Comms Comms { get; }

    /// <summary>The message because of which there is output.</summary>
    string MessageId { get; }

    /// <summary>Sends something about a widget, behind what has been shown so far.</summary>
    void Publish(string type, JsonObject content, JsonObject? metadata = null, IReadOnlyList<byte[]>? buffers = null);

    /// <summary>Shows an error.</summary>
    void Error(CellError error);
}
