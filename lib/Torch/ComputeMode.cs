namespace TorchSharp;

/// <summary>Whether <see cref="torch.cdist"/> may take Euclid's distances from a matrix product, faster and less exact.</summary>
public enum compute_mode
{
    /// <summary>Beyond 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    use_mm_for_euclid_dist = 1,

    donot_use_mm_for_euclid_dist = 2,
}
