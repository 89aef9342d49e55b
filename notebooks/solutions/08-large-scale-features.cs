// Answers to the exercises of notebook 08. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 08.recall
string Sublayers() => "cpf";

// %% 08.recall right: with commas
string Sublayers() => "c, p, f";

// %% 08.recall right: as letters
char[] Sublayers() => ['C', 'P', 'F'];

// %% 08.recall right: in brackets
string Sublayers() => "(c), (p) and (f)";

// %% 08.recall wrong: another order
string Sublayers() => "pcf";

// %% 08.recall wrong: the filter for the sign
string Sublayers() => "cfp";

// %% 08.recall wrong: one only
string Sublayers() => "f";

// %% 08.compute
long Weights(int C, int side, int k, int M) => (long)(side - k + 1) * (side - k + 1) * M * C * k * k;

// %% 08.compute right: in three counts
long Weights(int C, int side, int k, int M)
{
    long places = (side - k + 1) * (side - k + 1), window = C * k * k;
    return places * M * window;
}

// %% 08.compute right: with powers
long Weights(int C, int side, int k, int M) => (long)(Math.Pow(side - k + 1, 2) * M * C * Math.Pow(k, 2));

// %% 08.compute right: place by place
long Weights(int C, int side, int k, int M)
{
    long count = 0;
    for (var row = 0; row + k <= side; row++)
        for (var column = 0; column + k <= side; column++) count += M * C * k * k;
    return count;
}

// %% 08.compute wrong: as if shared
long Weights(int C, int side, int k, int M) => M * C * k * k;

// %% 08.compute wrong: one place too few
long Weights(int C, int side, int k, int M) => (long)(side - k) * (side - k) * M * C * k * k;

// %% 08.compute wrong: without the maps below
long Weights(int C, int side, int k, int M) => (long)(side - k + 1) * (side - k + 1) * M * k * k;

// %% 08.compute wrong: counted in an int
long Weights(int C, int side, int k, int M) => (side - k + 1) * (side - k + 1) * M * C * k * k;

// %% 08.bug
string Card() => "b, d";

// %% 08.bug right: in brackets
string Card() => "(b) and (d)";

// %% 08.bug right: as letters
char[] Card() => ['d', 'b'];

// %% 08.bug right: in capitals
string Card() => "BD";

// %% 08.bug wrong: as the card has it
string Card() => "a";

// %% 08.bug wrong: nine that learn
string Card() => "c, d";

// %% 08.bug wrong: the year is right
string Card() => "b";

// %% 08.change
Tensor Closed(Tensor w) => w / w.norm();

// %% 08.change right: by the library
Tensor Closed(Tensor w) => functional.normalize(w, dim: 0);

// %% 08.change right: from the product with itself
Tensor Closed(Tensor w) => w * w.dot(w).rsqrt();

// %% 08.change right: from the sum of squares
Tensor Closed(Tensor w) => w.div(w.square().sum().sqrt());

// %% 08.change wrong: the filter as it is
Tensor Closed(Tensor w) => w;

// %% 08.change wrong: the valley
Tensor Closed(Tensor w) => -w / w.norm();

// %% 08.change wrong: another length
Tensor Closed(Tensor w) => w / w.abs().sum();

// %% 08.change wrong: signs
Tensor Closed(Tensor w) => w.sign() / Math.Sqrt(w.shape[0]);

// %% 08.explore
Tensor Filter()
{
    var (images, labels) = faces.Train;
    var isFace = labels.eq(1);
    return images[isFace].mean([0L]) - images[isFace.logical_not()].mean([0L]);
}

// %% 08.explore right: by logistic regression
Tensor Filter()
{
    var probe = LinearProbe.Fit(faces.Train.Images, faces.Train.Labels, penalty: 0.1);
    return probe.Weight[1] - probe.Weight[0];
}

// %% 08.explore right: by least squares
Tensor Filter()
{
    var centred = faces.Train.Images - faces.Train.Images.mean([0L]);
    var target = (2 * faces.Train.Labels - 1).to(float32).unsqueeze(1);
    var ridge = centred.t().matmul(centred) + 100 * eye(361);
    return linalg.solve(ridge, centred.t().matmul(target)).flatten();
}

// %% 08.explore right: as a row
Tensor Filter()
{
    var weight = faces.Train.Labels.to(float32) - faces.Train.Labels.to(float32).mean();
    return weight.unsqueeze(0).matmul(faces.Train.Images);
}

// %% 08.explore wrong: at random
Tensor Filter() => randn(361, generator: new Generator(1));

// %% 08.explore wrong: brightness
Tensor Filter() => ones(361);

// %% 08.explore wrong: lay in the session
Tensor Filter() => templates[0];

// %% 08.explore wrong: the other way round
Tensor Filter()
{
    var isFace = faces.Train.Labels.eq(1);
    return faces.Train.Images[isFace.logical_not()].mean([0L]) - faces.Train.Images[isFace].mean([0L]);
}
