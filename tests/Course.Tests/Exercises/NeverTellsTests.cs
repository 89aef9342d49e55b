using System.Globalization;
using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace Workbook.Course.Tests;

/// <summary>No failed verdict says, in any format, what the answer should have been.</summary>
[Collection(OneScreen.Name)]
public sealed class NeverTellsTests
{
    private const string Question = "Which?", Step = "Do it.", Because = "So it is. It has to be.";

    [Fact]
    public void Of_a_number()
    {
        foreach (var (answer, expected) in Pairs(500))
            MustNotTell(expected, Shown.By(() => Check.Close("x", () => answer, expected, 0, Question, Step, Because)));
    }

    [Fact]
    public void Of_several_numbers_and_tensors()
    {
        foreach (var some in Pairs(600).Chunk(3))
        {
            var (answer, expected) = (some.Select(pair => pair.Answer).ToArray(), some.Select(pair => pair.Expected).ToArray());
            Shown[] shown =
            [
                Shown.By(() => Check.Close("x", () => answer, expected, 0, Question, Step, Because)),
                Shown.By(() => Check.Close("x", () => tensor(answer), tensor(expected), 0, Question, Step, Because)),
                Shown.By(() => Check.Function("x", (int i) => answer[i], [.. expected.Select((wanted, i) => (new object[] { i }, wanted))], 0, Question, Step, Because)),
            ];
            foreach (var one in shown)
                foreach (var wanted in expected) MustNotTell(wanted, one);
        }
    }

    [Fact]
    public void Of_a_count_a_name_or_a_tuple()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var (number, name) = (random.Next(1000, 1_000_000), $"name{random.Next(1000, 1_000_000)}");
            MustNotTell(number, Shown.By(() => Check.Equal("x", () => number + 1, number, Question, Step, Because)));
            var tuple = Shown.By(() => Check.Equal("x", () => (number + 1, "no"), (number, name), Question, Step, Because));
            MustNotTell(number, tuple);
            MustNotTell(name, tuple);
        }
    }

    [Fact]
    public void Of_a_shape()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            long[] expected = [random.Next(100, 1000), random.Next(100, 1000)];
            var shown = Shown.By(() => Check.Shape("x", () => zeros(7, 8), expected, Question, Step, Because));
            foreach (var size in expected) MustNotTell(size, shown);
        }
    }

    // Far off, near, of the wrong sign, twice as large, zero, infinite.
    private static IEnumerable<(double Answer, double Expected)> Pairs(int count)
    {
        var random = new Random(2);
        for (var i = 0; i < count; i++)
        {
            var expected = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 5));
            yield return (new[] { random.NextDouble(), expected * 1.0001, expected * (1 + 1e-9), -expected, 2 * expected, 0, double.NaN, double.PositiveInfinity }[i % 8], expected);
        }
    }

    private static void MustNotTell(object wanted, Shown shown)
    {
        Assert.Equal("failed", shown.Verdict);
        string[] spelled = wanted is double number
            ? [.. new[] { "R", "G6", "G5", "G4", "G3" }.Select(format => number.ToString(format, CultureInfo.InvariantCulture))]
            : [string.Create(CultureInfo.InvariantCulture, $"{wanted}")];
        foreach (var form in new[] { shown.Text, shown.Html, shown.Json.ToJsonString() })
            Assert.Empty(Regex.Matches(form, @"-?[\w.]+(E[+-]\d+)?").Select(match => match.Value.TrimEnd('.')).Intersect(spelled));
    }
}
