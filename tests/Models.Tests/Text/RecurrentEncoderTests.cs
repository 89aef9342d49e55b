using static TorchSharp.torch;

namespace Workbook.Models.Tests;

public class RecurrentEncoderTests
{
    // One number everywhere: r = σ(r_x + r_h), u = σ(u_x + u_h), n = tanh(n_x + r n_h), h ← (1 − u) n + u h, and at the end w h + b.
    [Fact]
    public void Two_sentences_of_one_number_a_word_are_those_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var encoder = new RecurrentEncoder(TinySentences.Tokens, 1, 1, 1, new Generator(1)).Filled();
        double[] Of(string name) => [.. encoder.named_parameters().Single(p => p.name == name).parameter.reshape(-1).data<double>()];
        var (word, wx, wh, bx, bh) = (Of("words.weight"), Of("cells.weight_ih_l0"), Of("cells.weight_hh_l0"), Of("cells.bias_ih_l0"), Of("cells.bias_hh_l0"));
        double[] byHand = [.. new long[][] { [2, 5, 6, 8, 3], [2, 7, 3] }.Select(sentence => Of("last.weight")[0] * sentence.Aggregate(0.0, State) + Of("last.bias")[0])];
        TinySentences.Agree(byHand, encoder.call(TinySentences.Two()));

        double State(double h, long token)
        {
            double X(int gate) => wx[gate] * word[token] + bx[gate];
            double H(int gate) => wh[gate] * h + bh[gate];
            static double Logistic(double a) => 1 / (1 + Math.Exp(-a));
            var (r, u) = (Logistic(X(0) + H(0)), Logistic(X(1) + H(1)));
            return (1 - u) * Math.Tanh(X(2) + r * H(2)) + u * h;
        }
    }
}
