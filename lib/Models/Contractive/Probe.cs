namespace Workbook.Models;

/// <summary>The distribution of the random v in E‖vᵀJ‖² = ‖J‖²_F; both have E vvᵀ = I.</summary>
public enum Probe
{
    /// <summary>Each vⱼ is −1 or 1 by the toss of a coin. The variance, 2 Σ_{i≠j} (JJᵀ)ᵢⱼ², is the smaller one.</summary>
    Signs,

    /// <summary>v ~ N(0, I). The variance is 2 ‖JJᵀ‖²_F.</summary>
    Normal,
}
