namespace Workbook.Models;

/// <summary>What the hidden units of a <see cref="RestrictedBoltzmannMachine"/> can be.</summary>
public enum HiddenUnits
{
    /// <summary>On or off: p(h = 1 | v) = σ(Wv + b).</summary>
    Binary,

    /// <summary>Any number, with unit variance: h | v ~ N(Wv + b, 1); what Hinton and Salakhutdinov (2006) take for the code.</summary>
    Linear,
}
