namespace Workbook.Models;

/// <summary>The sizes of one block: filter, pool, normalise.</summary>
/// <param name="Field">k, rows and columns of a receptive field.</param>
/// <param name="Maps">M, filters at every place.</param>
/// <param name="Pool">Rows and columns of a pooling window.</param>
/// <param name="Normalization">Rows and columns of the window of local contrast normalisation, odd; 0 leaves it out.</param>
public sealed record BlockShape(int Field, int Maps, int Pool = 2, int Normalization = 3);
