// Solutions to the exercises of notebook 03. A section runs in place of the cell that carries its name.

// %% 03.recall
string Promised() => "a";

Check.Equal("03.recall", () => Promised().ToLower(), expected: "a",
    hint: "Bit packing has that loss. So has the identity. What do they share?")

// %% 03.compute
static double Pack(int[] pixels) => pixels.Select((pixel, i) => pixel * Math.ScaleB(1, i)).Sum();
static int Pixel(double code, int i) => (int)(Math.Floor(code / Math.ScaleB(1, i)) % 2);

Check.Equal("03.compute", () => (Pack([1, 0, 1]), Pack([0, 0, 0, 1]), Pixel(6, 0), Pixel(6, 1)),
    expected: (5.0, 8.0, 0, 1), hint: "Math.ScaleB(1, i) is 2ⁱ. Divide, floor, take the remainder by 2.")

// %% 03.bug
(int Bits, int Numbers) Single() => (24, 33);

Check.True("03.bug", () => Single() is var (b, n) && n == BitPackingAutoencoder.InDoubles(784, b).CodeSize
        && !Lossy(b) && Lossy(b + 1), hint: "24 bits of precision; 784 divided by that, rounded up.");

bool Lossy(int b)
{
    var model = BitPackingAutoencoder.InDoubles(784, b);
    return model.Decode(model.Encode(ones(1, 784)).to(float32)).min().ToDouble() < 1;
}

// %% 03.change
Tensor Blend(Tensor x1, Tensor x2, double λ) => (1 - λ) * x1 + λ * x2;

Check.Close("03.change", () => Blend(test[0], test[1], 0.25), 0.75 * test[0] + 0.25 * test[1],
    tolerance: 1e-6, hint: "The same formula as for z.")

// %% 03.explore
Judgement Mine() => board.Judge("network 100", Learn(100).Model);

Check.True("03.explore", () => Mine().DigitProbe > board.Judge("PCA 20", Pca.Fit(digits.Train.Images, 20)).DigitProbe,
    hint: "Learn(…) trains one; a longer code tells more.")
