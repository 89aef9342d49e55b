using System.Collections.Immutable;
using Workbook.Display;
using static TorchSharp.torch;

namespace Workbook.Data;

/// <summary>Faces among distractors, 19 by 19 pixels: CBCL where it can be had, else <see cref="Faces"/>.</summary>
public static class FaceSets
{
    internal static readonly ImmutableArray<string> Classes = ["no face", "face"];

    /// <summary>Loads CBCL, or says in one sentence why it cannot and draws as many pictures instead.</summary>
    /// <param name="device">Where the tensors live; the CPU unless given.</param>
    /// <param name="store">Where to look for CBCL; <see cref="Store.Default"/> unless given.</param>
    /// <param name="seed">Another seed, another split of CBCL, or other drawings.</param>
    public static ImageSet Load(Device? device = null, Store? store = null, long seed = 1)
    {
        try
        {
            return Cbcl.Load(device, store, seed: seed);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            new Sentence($"Running on Faces, drawn by the workbook itself. {failure.Message}").Show();
            return Faces.Load(device, seed: seed);
        }
    }
}
