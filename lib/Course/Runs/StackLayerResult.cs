using Workbook.Training;

namespace Workbook.Course;

/// <summary>What the training of one layer came to.</summary>
/// <param name="Inputs">D, the numbers it was given.</param>
/// <param name="Size">K, the numbers it makes of them.</param>
/// <param name="Before">⟨‖x − x̂‖²⟩ of its own input before training.</param>
/// <param name="After">The same after.</param>
/// <param name="History">The loss of every step: cross-entropy or squared error; for a Boltzmann machine a difference of free energies.</param>
public sealed record StackLayerResult(int Inputs, int Size, double Before, double After, TrainingHistory History);
