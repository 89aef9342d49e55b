namespace Workbook.Data;

/// <summary>A data set could not be had: it is in no folder, and no mirror gave it. The message is one sentence for people.</summary>
public sealed class MissingDataException(string message) : IOException(message);
