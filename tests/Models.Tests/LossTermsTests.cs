using TorchSharp;
using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public sealed class LossTermsTests
{
    [Fact]
    public void Terms_must_be_scalars_with_names_of_their_own()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("expected the term 'penalty' to be one number, the mean over the batch, got (3)",
            Assert.Throws<ArgumentException>(() => new LossTerms(("penalty", zeros(3)))).Message);
        Assert.Contains("different names", Assert.Throws<ArgumentException>(() => new LossTerms(("a", zeros(1)), ("a", zeros(1)))).Message);
    }

    [Fact]
    public void Its_terms_have_names_and_its_sum_is_what_is_minimised()
    {
        using var scope = NewDisposeScope();
        var w = tensor(3.0, requires_grad: true);
        var loss = new LossTerms(("reconstruction", w * w)).And(("penalty", 2 * w));
        Assert.Equal(["reconstruction", "penalty"], loss.Names);
        Assert.Equal((9, 6, 15, 15), (loss["reconstruction"].ToDouble(), loss["penalty"].ToDouble(), loss.ToDouble(), ((Tensor)loss).ToDouble()));
        Assert.Equal("reconstruction 9 + penalty 6 = 15", loss.ToString());
        Assert.Equal([9, 6], loss.Values().data<double>().ToArray());
        loss.backward();
        Assert.Equal(8, w.grad!.ToDouble());                                        // 2w + 2
        Assert.StartsWith("name: expected reconstruction or penalty, got label.", Assert.Throws<ArgumentException>(() => loss["label"]).Message);
        LossTerms single = w.detach();
        Assert.Equal("loss 3", single.ToString());
    }
}
