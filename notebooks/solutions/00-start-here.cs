// Solutions to the exercises of notebook 00. A section runs in place of the cell that carries its name.

// %% 00.recall
string Shows() => "b";

Check.Equal("00.recall", () => Shows().Trim().ToLower(), "b",
    hint: "Look at the end of the cells above.")

// %% 00.compute
Tensor MeanRow(Tensor rows) => rows.mean([0L]);

Check.Close("00.compute", () => MeanRow(tensor(new[,] { { 1f, 2f }, { 3f, 6f } })).Numbers(),
    expected: [2, 4], tolerance: 1e-6, hint: "mean([0L]) averages over the first dimension.")

// %% 00.change
Tensor Gradient(Tensor at)
{
    at.requires_grad_();
    at.pow(3).sum().backward();
    return at.grad!;
}
Check.Close("00.change", () => Gradient(tensor(new[] { 1f, 2f })).Numbers(), [3, 12],
    tolerance: 1e-5, hint: "pow(3).sum().backward()")

// %% 00.explore
double LearningRate() => 0.1;

double Fitted(double rate)
{
    var fresh = GlorotUniform.Linear(1, 1, new Generator(1));
    Tensor Loss(Tensor batch) => functional.mse_loss(fresh.call(batch), output);
    var adam = optim.Adam(fresh.parameters(), lr: rate);
    using var trainer = new Trainer<Tensor>(fresh, adam, [input], batch => Loss(batch)) { Progress = null };
    trainer.RunTo(100);
    return Loss(input).ToDouble();
}
Check.True("00.explore", () => Fitted(LearningRate()) < 0.05,
    hint: "0.001 is too timid for a hundred steps. Go up by factors of ten.")
