namespace Workbook.Models;

/// <summary>How ‖J‖²_F is had while training.</summary>
public enum JacobianPenalty
{
    /// <summary>By <see cref="Jacobian.SquaredNormOfSigmoid"/>: free, for one sigmoid layer only.</summary>
    ClosedForm,

    /// <summary>By <see cref="Jacobian.SquaredNorm"/>: any encoder, one more backward pass for each code unit.</summary>
    Exact,

    /// <summary>By <see cref="Jacobian.EstimatedSquaredNorm"/> with one draw of signs: any encoder, one more backward pass.</summary>
    Stochastic,
}
