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
        "fashion-mnist", "Fashion-MNIST", "70,000 images of clothes in ten classes, 28 by 28 pixels, 60,000 of them for training.", "MIT",
        [new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"), new("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/")],
    [
        new("train-images-idx3-ubyte.gz", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
        new("train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
        new("t10k-images-idx3-ubyte.gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
        new("t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
    ]);

    /// <summary>The MIT CBCL face database, its training part: Sung and Poggio, "Example-based learning for view-based human face detection" (1998).</summary>
    public static Source CbclFaces { get; } = new(
        "cbcl-faces", "CBCL", "2,429 faces and 4,548 patches without one, 19 by 19 pixels.", "not stated; issued for research use", [],
    [
        new("cbcl-train-images-idx3-ubyte.gz", 2_360_696, "5f3096604231687c38a6e8703e75d49dd14eb0dde46331a988a206cf8f8006dc"),
        new("cbcl-train-labels-idx1-ubyte.gz", 52, "d1bc4496a85be126724c72cd131dbfb79d51014e26b25adc6a8adb40c254250d"),
    ]);

    /// <summary>Adult, the census of 1994: Kohavi, "Scaling up the accuracy of naive-Bayes classifiers: a decision-tree hybrid" (1996). Each file is UCI's own, packed.</summary>
    public static Source Adult { get; } = new(
        "adult", "Adult", "48,842 people of the US census of 1994, and whether they earn more than 50,000 dollars a year.", "CC BY 4.0", [],
    [
        new("adult.data.gz", 409_337, "fb9b6b419c38dd70d75d31f014b7f0905bf76e9625473c593455e31679a93184"),
        new("adult.test.gz", 205_510, "5dd8e51005f6a86e42f058d66a957721196362cf8e8dde3efc8508532af4a083"),
    ]);

    /// <summary>Tatoeba: short English sentences that volunteers wrote and translated, one a line, shortest first.</summary>
    public static Source Tatoeba { get; } = new(
        "tatoeba", "Tatoeba", "30,193 short English sentences.", "CC BY 2.0 FR", [],
    [
        new("english.txt.gz", 328_532, "e0f1e29e0840b17eaf9748b88ac60b42690cae1f6177589d9860328543e40658"),
    ]);

    /// <summary>SST, the Stanford Sentiment Treebank, as trees in brackets: Socher et al., "Recursive deep models for semantic compositionality over a sentiment treebank" (2013).</summary>
    public static Source Sst { get; } = new(
        "sst", "SST", "11,855 sentences of film reviews as binary trees, five classes of sentiment at every word and phrase.", "not stated", [],
    [
        new("train.txt.gz", 567_819, "7e6aa375a039edd507ac6f2fd59167252fa26c1d4f4eacbb882b67173634b80a"),
        new("dev.txt.gz", 74_641, "0803424c31e3d2d3a94b9274aeac0cdf1804e9356a107f204a9becb666beda7b"),
        new("test.txt.gz", 148_143, "f12828c6b455e19da98558170c796519663bf2cd86821b877065b5e3fdb2ed63"),
    ]);

    /// <summary>Movie-review polarity, version 1.0: Pang and Lee, "Seeing stars: exploiting class relationships for sentiment categorization with respect to rating scales" (2005).</summary>
    public static Source RtPolarity { get; } = new(
        "rt-polarity", "rt-polarity", "5,331 sentences of film reviews that praise and 5,331 that do not.", "not stated", [],
    [
        new("rt-polarity.neg.gz", 241_974, "9f36c0de79ec493b239e4807ae1f0aec4172a75dd33ed0a25f15c95e2982130d"),
        new("rt-polarity.pos.gz", 244_496, "c45b784f6eaf1ccd95c78f1f6c023decaebf58ccadc8256f3b6a5bbb1ad15e6b"),
    ]);

    /// <summary>The Penn Treebank's newspaper sentences as language models are measured on them: Mikolov et al., "Recurrent neural network based language model" (2010). Each file is the published one, packed.</summary>
    public static Source Ptb { get; } = new(
        "ptb", "Penn Treebank", "49,199 sentences of the Wall Street Journal, 10,000 words, numbers as N.", "not stated; the text is licensed through the LDC", [],
    [
        new("ptb.train.txt.gz", 1_689_370, "d1ec43563d7ce27da8b43f9069b2a58cb9e7f2656e96d7aab0ddc61ef728e176"),
        new("ptb.valid.txt.gz", 134_098, "fdb970a6bddedf957366618daec55ab7beb159f8123600f8db16c34833dca93d"),
        new("ptb.test.txt.gz", 149_245, "b9743208d38e095719ea30645a6456bd2cabe3b3dfe0815ad10a51d08b4e2a48"),
    ]);

    /// <summary>Every data set above.</summary>
    public static ImmutableArray<Source> All { get; } = [Mnist, FashionMnist, CbclFaces, Adult, Tatoeba, Sst, RtPolarity, Ptb];
}
