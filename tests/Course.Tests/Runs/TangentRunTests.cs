using TorchSharp;
using Workbook.Data;

namespace Workbook.Course.Tests;

public sealed class TangentRunTests
{
    [Fact]
    public void Punished_for_it_the_answer_moves_less_along_the_tangents_and_the_features_are_left_alone()
    {
        using var digits = Handwriting.Load(train: 600, test: 200);
        using var features = new ContractiveRun { CodeSize = 30, Contraction = 0.1, Epochs = 4, Progress = null }.Train(digits);
        using var before = features.Model.Weight.detach().clone();
        var run = new TangentRun { LabelsPerClass = 3, Tangents = 4, Weight = 0, Epochs = 80, Progress = null };
        using var plain = run.Train(features.Model, digits);
        using var told = (run with { Weight = 10 }).Train(features.Model, digits);
        Assert.True(before.equal(features.Model.Weight).all().ToBoolean());
        Assert.True(plain.Accuracy > 0.2, plain.ToString());
        Assert.Equal(0, plain.History.Epochs[^1].Terms["motion along tangents"]);

        using var labelled = digits.Train.OfEachClass(3, run.Seed);
        using var tangents = Models.Tangents.Of(features.Model.Encode, labelled.Images, 4);
        Assert.True(Motion(told) < 0.7 * Motion(plain), $"{Motion(told)} against {Motion(plain)}");

        double Motion(TangentResult result) =>
            new Models.TangentPropagation(1).Loss(result.Model, labelled.Images, labelled.Labels, tangents.Directions)["motion along tangents"].ToDouble();
    }
}
