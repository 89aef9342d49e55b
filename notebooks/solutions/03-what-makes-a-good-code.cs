// Answers to the exercises of notebook 03. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 03.recall
string Promised() => "a";

// %% 03.compute
static double Pack(int[] pixels) => pixels.Select((pixel, i) => pixel * Math.ScaleB(1, i)).Sum();
static int Pixel(double code, int i) => (int)(Math.Floor(code / Math.ScaleB(1, i)) % 2);

// %% 03.bug
(int Bits, int Numbers) Single() => (24, 33);

// %% 03.change
Tensor Blend(Tensor x1, Tensor x2, double λ) => (1 - λ) * x1 + λ * x2;

// %% 03.explore
Judgement Mine() => board.Judge("network 100", Learn(100).Model);
