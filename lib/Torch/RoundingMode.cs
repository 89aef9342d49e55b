namespace TorchSharp;

public static partial class torch
{
    /// <summary>What division does with the part behind the point.</summary>
    public enum RoundingMode
    {
        /// <summary>Keeps it.</summary>
        None,

        /// <summary>Rounds towards zero.</summary>
        trunc,

        /// <summary>Rounds down.</summary>
        floor,
    }
}
