namespace Workbook.Figures.Tests;

/// <summary>One figure of every kind, from fixed numbers: what the recorded JSON and the pictures in a browser are made of.</summary>
public static class Gallery
{
    private static readonly double[] Epochs = [.. Enumerable.Range(0, 31).Select(i => (double)i)];
    private static readonly float[] Train = [.. Epochs.Select(epoch => (float)(96 + 110 * Math.Exp(-epoch / 5)))];
    private static readonly float[] Test = [.. Epochs.Select(epoch => (float)(101 + 105 * Math.Exp(-epoch / 4) + 0.02 * epoch * epoch))];

    /// <summary>Name → figure.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Figure>> Figures = new Dictionary<string, Func<Figure>>
    {
        ["line"] = () => Figure.Line(Epochs, Train).Named("train").And(Figure.Line(Epochs, Test).Named("test"))
            .Titled("The test loss turns after twenty epochs").Axes("epoch", "nats per image").Marked(20, "early stop"),
        ["gap"] = () => Figure.Line(Epochs, Train.Select((loss, i) => i is > 10 and < 15 ? double.NaN : loss)).Dotted().Axes("epoch", "nats per image"),
        ["log"] = () => Figure.Line(Epochs.Select(e => Math.Exp(e / 3)), Epochs.Select(e => Math.Exp(-e / 2))).LogX().LogY().Marked(100, "100 steps").Levelled(1e-3, "tolerance").Axes("step", "gradient norm"),
        ["curve"] = () => Figure.Curve(Math.Tanh, -4, 4).Named("tanh").And(Figure.Curve(x => 1 / (1 + Math.Exp(-x)), -4, 4).Named("σ")).And(Figure.Curve(x => Math.Max(0, x), -4, 4).Named("relu")).Within(y: (-1.2, 2)).Titled("Activations").Axes("a", "f(a)"),
        ["scatter"] = () => Figure.Scatter(Normal(200, 1), Normal(200, 2)).EqualAspect().Titled("A standard normal prior").Axes("z₁", "z₂"),
        ["scatter-category"] = () => Digits(600).Titled("Codes of ten digits").Axes("z₁", "z₂"),
        ["scatter-value"] = () => Figure.Scatter(Normal(300, 5), Normal(300, 6), value: Normal(300, 5).Zip(Normal(300, 6), (x, y) => x * x + y * y), valueLabel: "nats").Titled("Loss per image").Axes("z₁", "z₂"),
        ["scatter-many"] = () => Figure.Scatter(Normal(6000, 7), Normal(6000, 8)).PointSize(3).Faded(0.5).Titled("Six thousand codes"),
        ["heatmap"] = () => Figure.Heatmap(new[,] { { 40, 2, 1 }, { 3, 38, 0 }, { 0, 5, 44 } }, rows: ["circle", "square", "triangle"], columns: ["circle", "square", "triangle"], digits: 0, valueLabel: "images").Titled("Confusions").Axes("predicted", "true"),
        ["heatmap-signed"] = () => Figure.Heatmap(Table(12, 16, (i, j) => Math.Sin(i / 2.0) * Math.Cos(j / 3.0)), signed: true, valueLabel: "weight").Titled("Weights of the first layer").Axes("input", "hidden unit"),
        ["contours"] = () => Figure.Contours(Grid(-2, 2, 41), Grid(-2, 2, 41), Table(41, 41, (i, j) => Math.Pow(1 - (-2 + j * 0.1) * (-2 + i * 0.1), 2)), valueLabel: "loss").Titled("A linear autoencoder with one weight each way: a valley, no lowest point").Axes("encoder weight", "decoder weight"),
        ["bars"] = () => Figure.Bars(["PCA", "linear", "deep"], [13.9, 13.9, 9.4]).Named("train").And(Figure.Bars(["PCA", "linear", "deep"], [14.1, 14.2, 10.9]).Named("test")).Titled("Squared error at 30 components").Axes(y: "squared error per image"),
        ["histogram"] = () => Figure.Histogram(Normal(2000, 9), range: (-4, 4)).Named("prior").And(Figure.Histogram(Normal(2000, 10).Select(z => 0.5 * z + 1), range: (-4, 4)).Named("posterior")).Titled("Aggregate posterior against prior").Axes("z", "count"),
        ["quiver"] = () => Vectors().Titled("Reconstruction minus input points at the manifold").Axes("x₁", "x₂"),
        ["parallel"] = () => Figure.ParallelCoordinates([("hidden", Cases(1)), ("code", Cases(2)), ("rate", Cases(3)), ("loss", Cases(4))], value: Cases(4), valueLabel: "loss").Titled("Forty runs"),
        ["images"] = () => Images(0).ToFigure().Titled("Three rows of bars"),
        ["grid"] = () => Figure.Grid(2, Figure.Line(Epochs, Train).Named("train").Titled("Loss").Axes("epoch", "nats"), Digits(300).Titled("Codes").Axes("z₁", "z₂"),
            Figure.Heatmap(Table(8, 8, (i, j) => i * j)).Titled("Weights"), Figure.Histogram(Normal(500, 3)).Titled("Activations").Axes("a", "count")).Titled("One run at a glance"),
        ["slider"] = () => Figure.Slider("epoch", Enumerable.Range(0, 6).Select(epoch => (epoch, Digits(200, spread: 1 + epoch).Axes("z₁", "z₂")))).Titled("Codes spread while training"),
        ["slider-images"] = () => Figure.Slider("epoch", Enumerable.Range(0, 4).Select(epoch => (epoch, Images(epoch).ToFigure())), start: -1).Titled("Reconstructions while training"),
        ["slider-grid"] = () => Figure.Slider("β", new[] { 0.5, 1, 4 }.Select(beta => (beta, Figure.Row(Images((int)beta).ToFigure().Titled("samples"), Figure.Histogram(Normal(400, 3).Select(z => z / beta), range: (-4, 4)).Titled("codes").Axes("z", "count"))))),
    };

    /// <summary>Thirty images of 28 × 28 with one bright bar each, which moves and widens; captions on both sides.</summary>
    public static ImageGrid Images(int width) => ImageGrid.Grey(
        Enumerable.Range(0, 30).SelectMany(n => Enumerable.Range(0, 784).Select(p => Math.Clamp(1 - Math.Abs(p % 28 - n % 10 * 2.5 - 3) / (2 + width + n / 10), 0, 1))), 28, 28)
        .RowCaptions("thin", "wider", "widest").ColumnCaptions(Enumerable.Range(0, 10).Select(n => n.ToString()));

    private static double[] Normal(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }

    private static Figure Digits(int count, double spread = 4)
    {
        var (x, y) = (Normal(count, 3), Normal(count, 4));
        var digits = Enumerable.Range(0, count).Select(i => i % 10).ToArray();
        return Figure.Scatter(x.Select((v, i) => v + spread * Math.Cos(digits[i] * 0.628)), y.Select((v, i) => v + spread * Math.Sin(digits[i] * 0.628)), category: digits);
    }

    private static Figure Vectors()
    {
        var places = Enumerable.Range(0, 121).Select(i => (X: -2 + i % 11 * 0.4, Y: -2 + i / 11 * 0.4)).ToArray();
        var radii = places.Select(p => Math.Max(0.2, Math.Sqrt(p.X * p.X + p.Y * p.Y))).ToArray();
        return Figure.Quiver(places.Select(p => p.X), places.Select(p => p.Y), places.Select((p, i) => p.X * (1.3 / radii[i] - 1)), places.Select((p, i) => p.Y * (1.3 / radii[i] - 1)), scale: 0.4);
    }

    private static double[] Cases(int seed) => [.. Normal(40, seed).Select(v => 3 + v)];

    private static double[] Grid(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    private static double[,] Table(int rows, int columns, Func<int, int, double> value)
    {
        var table = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                table[i, j] = value(i, j);
        return table;
    }
}
