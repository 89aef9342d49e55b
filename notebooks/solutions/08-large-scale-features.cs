// Answers to the exercises of notebook 08. An answer runs in place of the scaffold of its cell, under the check that stands there.

// %% 08.recall
string[] Sublayers() => ["contrast", "pooling", "filter"];

// %% 08.compute
long Weights(int C, int side, int k, int M) => (long)(side - k + 1) * (side - k + 1) * M * C * k * k;

// %% 08.bug
(int Sublayers, string Conference, int Year) Card() => (9, "ICML", 2012);

// %% 08.change
Tensor Closed(Tensor w) => w / w.norm();

// %% 08.explore
double EitherWay() => Best(cat([Block(learned.Model, 3), -Block(learned.Model, 3)], 1)).Accuracy;
