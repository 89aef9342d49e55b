// Answers to the exercises of notebook 03. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 03.recall
string Promised() => "a";

// %% 03.recall right
string Promised() => " A ";

// %% 03.recall right
string Promised() => "(a)";

// %% 03.recall right
string Promised() => "answer a.";

// %% 03.recall wrong: bit packing has it too
string Promised() => "ab";

// %% 03.recall wrong: the identity has it too
string Promised() => "a, d";

// %% 03.recall wrong: all wishes
string Promised() => "abcd";

// %% 03.compute
static double Pack(int[] pixels) => pixels.Select((pixel, i) => pixel * Math.ScaleB(1, i)).Sum();
static int Pixel(double code, int i) => (int)(Math.Floor(code / Math.ScaleB(1, i)) % 2);

// %% 03.compute right: by doubling
static double Pack(int[] pixels) => pixels.Reverse().Aggregate(0.0, (code, pixel) => 2 * code + pixel);
static int Pixel(double code, int i) => i == 0 ? (int)(code % 2) : Pixel(Math.Floor(code / 2), i - 1);

// %% 03.compute right: in whole numbers that are long enough
static double Pack(int[] pixels) => pixels.Select((pixel, i) => (long)pixel << i).Sum();
static int Pixel(double code, int i) => (int)((long)code >> i & 1);

// %% 03.compute wrong: an int holds 31 pixels
static double Pack(int[] pixels) => pixels.Select((pixel, i) => (double)(pixel << i)).Sum();
static int Pixel(double code, int i) => (int)code >> i & 1;

// %% 03.compute wrong: the first pixel is worth most
static double Pack(int[] pixels) => pixels.Aggregate(0.0, (code, pixel) => 2 * code + pixel);
static int Pixel(double code, int i) => (int)(Math.Floor(code / Math.ScaleB(1, i)) % 2);

// %% 03.compute wrong: no remainder
static double Pack(int[] pixels) => pixels.Select((pixel, i) => pixel * Math.ScaleB(1, i)).Sum();
static int Pixel(double code, int i) => (int)Math.Floor(code / Math.ScaleB(1, i));

// %% 03.compute wrong: rounded instead of floored
static double Pack(int[] pixels) => pixels.Select((pixel, i) => pixel * Math.ScaleB(1, i)).Sum();
static int Pixel(double code, int i) => (int)(Math.Round(code / Math.ScaleB(1, i)) % 2);

// %% 03.bug
(int Bits, int Numbers) Single() => (24, 33);

// %% 03.bug right
(int Bits, int Numbers) Single() => (24, (int)Math.Ceiling(784 / 24.0));

// %% 03.bug right: by trying
(int Bits, int Numbers) Single() => Enumerable.Range(1, 50).Last(b => !Lossy(b)) is var b ? (b, BitPackingAutoencoder.InDoubles(784, b).CodeSize) : default;

// %% 03.bug wrong: the stored bits only
(int Bits, int Numbers) Single() => (23, 35);

// %% 03.bug wrong: rounded down
(int Bits, int Numbers) Single() => (24, 32);

// %% 03.bug wrong: as many as an int has
(int Bits, int Numbers) Single() => (32, 25);

// %% 03.bug wrong: those of a double
(int Bits, int Numbers) Single() => (53, 15);

// %% 03.change
Tensor Blend(Tensor x1, Tensor x2, double λ) => (1 - λ) * x1 + λ * x2;

// %% 03.change right
Tensor Blend(Tensor x1, Tensor x2, double λ) => x1 + λ * (x2 - x1);

// %% 03.change right: by the library
Tensor Blend(Tensor x1, Tensor x2, double λ) => x1.lerp(x2, tensor((float)λ));

// %% 03.change right: in place
Tensor Blend(Tensor x1, Tensor x2, double λ) => x1.mul_(1 - λ).add_(x2 * λ);

// %% 03.change wrong: from the other end
Tensor Blend(Tensor x1, Tensor x2, double λ) => λ * x1 + (1 - λ) * x2;

// %% 03.change wrong: always half-way
Tensor Blend(Tensor x1, Tensor x2, double λ) => (x1 + x2) / 2;

// %% 03.change wrong: forgets to take away
Tensor Blend(Tensor x1, Tensor x2, double λ) => x1 + λ * x2;

// %% 03.change wrong: the codes once more
Tensor Blend(Tensor x1, Tensor x2, double λ) => twenty.Model.Decode((1 - λ) * twenty.Model.Encode(x1) + λ * twenty.Model.Encode(x2));

// %% 03.explore
Autoencoder Mine() => Learn(100).Model;

// %% 03.explore right
Autoencoder Mine() => Learn(64).Model;

// %% 03.explore right: wider, too
Autoencoder Mine() => new AutoencoderRun { HiddenSizes = [500], CodeSize = 80, Epochs = 4, Examples = count, SnapshotEpochs = [], Progress = null }.AtScale().Train(digits).Model;

// %% 03.explore wrong: the network of section 3
Autoencoder Mine() => twenty.Model;

// %% 03.explore wrong: another that lies there
Autoencoder Mine() => four.Model;

// %% 03.explore wrong: too short a code
Autoencoder Mine() => Learn(3).Model;

// %% 03.explore wrong: untrained
Autoencoder Mine() => new([784, 400, 10], new BernoulliLikelihood(), new Generator(1));
