using System.Collections.Immutable;

namespace Workbook.Data;

/// <summary>The real data sets the course knows. None is part of it: each is looked for, or downloaded, by <see cref="Store"/>.</summary>
public static class Sources
{
    /// <summary>MNIST: LeCun, Cortes and Burges, "The MNIST database of handwritten digits" (1998).</summary>
    public static Source Mnist { get; } = new(
        "mnist", "MNIST", "70,000 handwritten digits, 28 by 28 pixels, 60,000 of them for training.", "not stated",
        [new("https://ossci-datasets.s3.amazonaws.com/mnist/"), new("https://storage.googleapis.com/cvdf-datasets/mnist/")],
    [
        new("train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
        new("train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
        new("t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
        new("t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
    ]);

    /// <summary>Fashion-MNIST: Xiao, Rasul and Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking" (2017), arXiv:1708.07747.</summary>
    public static Source FashionMnist { get; } = new(
        "fashion-mnist", "Fashion-MNIST", "70,000 pictures of clothes in ten classes, 28 by 28 pixels, 60,000 of them for training.", "MIT",
        [new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"), new("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/")],
    [
        new("train-images-idx3-ubyte.gz", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
        new("train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
        new("t10k-images-idx3-ubyte.gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
        new("t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
    ]);

    /// <summary>The fixed binary sample of MNIST: Larochelle and Murray, "The neural autoregressive distribution estimator" (2011).</summary>
    /// <remarks>As IDX files of zeros and ones, in its own order of items; the published text files have no known lasting address.</remarks>
    public static Source BinarizedMnist { get; } = new(
        "binarized-mnist", "Binarised MNIST", "50,000, 10,000 and 10,000 digits whose pixels are 0 or 1, without labels.", "not stated",
        [],
    [
        new("train-images-idx3-ubyte.gz", 1_844_294, "29c9b0e88796ccc980a814814e1c510c28ec9591af9ee53de6f5b6f5e7d19992"),
        new("valid-images-idx3-ubyte.gz", 368_995, "28dbb7038b093a1a7b05d5924828d5d992d9b61b780d40321a83edbfbaeba525"),
        new("test-images-idx3-ubyte.gz", 349_419, "2ec0710ee02fe07a3f8d2b6daec8e2aa068dced78b19a8cd6bc1cedf16247367"),
    ]);

    /// <summary>Frey faces: 1,965 frames of one face, used by Roweis and Saul, "Nonlinear dimensionality reduction by locally linear embedding" (2000).</summary>
    public static Source FreyFaces { get; } = new(
        "frey-faces", "Frey faces", "1,965 consecutive video frames of one face, 28 rows by 20 columns.", "not stated",
        [],
    [
        new("frey-faces-idx3-ubyte.gz", 996_676, "4dcc2b060e51264dbcab9dfe4493d2078dbda1950840089c90f13be4f9a47eb8"),
    ]);

    /// <summary>Every data set above.</summary>
    public static ImmutableArray<Source> All { get; } = [Mnist, FashionMnist, BinarizedMnist, FreyFaces];
}
