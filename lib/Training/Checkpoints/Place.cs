namespace Workbook.Training;

/// <summary>How far a training has come, as a checkpoint keeps it.</summary>
/// <param name="EpochsDone">Whole epochs done.</param>
/// <param name="StepsPerEpoch">Batches in an epoch.</param>
/// <param name="Terms">The names of the loss terms.</param>
/// <param name="Rows">The terms of each step of the epoch under way.</param>
/// <param name="Examples">How many examples each of those steps saw.</param>
/// <param name="Steps">The loss of every step so far.</param>
/// <param name="Epochs">What the epochs came to.</param>
internal sealed record Place(int EpochsDone, int StepsPerEpoch, string[] Terms, double[][] Rows, long[] Examples, double[] Steps, EpochResult[] Epochs);
