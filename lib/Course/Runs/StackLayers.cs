namespace Workbook.Course;

/// <summary>What a stack is made of.</summary>
public enum StackLayers
{
    /// <summary>Autoencoders with a decoder of their own: Bengio et al. (2007).</summary>
    Autoencoders,

    /// <summary>Autoencoders whose decoder is the encoder's transpose: Vincent et al. (2008).</summary>
    TiedAutoencoders,

    /// <summary>Restricted Boltzmann machines trained by CD-1: Hinton and Salakhutdinov (2006).</summary>
    BoltzmannMachines,
}
