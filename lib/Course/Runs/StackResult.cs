using Workbook.Models;

namespace Workbook.Course;

/// <summary>A stack that was trained layer by layer.</summary>
/// <param name="Run">How it was trained.</param>
/// <param name="Stack">The layers.</param>
/// <param name="Layers">What each layer's training came to, from the data upwards.</param>
public sealed record StackResult(StackRun Run, StackedAutoencoder Stack, IReadOnlyList<StackLayerResult> Layers) : IDisposable
{
    /// <summary>Gives the layers back.</summary>
    public void Dispose()
    {
        foreach (var layer in Stack.Layers.OfType<IDisposable>()) layer.Dispose();
    }
}
