namespace Workbook.Course;

/// <summary>One choice of the four hyperparameters, and what came of it.</summary>
/// <param name="CodeSize">K, the numbers in the code.</param>
/// <param name="Depth">Hidden layers on either side.</param>
/// <param name="Width">Units in each of them.</param>
/// <param name="Loss">The likelihood whose negative logarithm was the loss, by its name: "Bernoulli" for cross-entropy, "Gaussian" for squared error.</param>
/// <param name="SquaredError">⟨‖x − x̂‖²⟩ over held-out pictures.</param>
/// <param name="DigitProbe">The accuracy of a linear probe for the digit, on held-out codes.</param>
public sealed record SweepPoint(int CodeSize, int Depth, int Width, string Loss, double SquaredError, double DigitProbe);
