using System.Text;
using static TorchSharp.torch;

namespace Workbook.Data.Tests;

/// <summary>Tables written down by hand, as newcomers' files are.</summary>
public sealed class TableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("age,city\n30,Rome\n40,Oslo\n", null)]
    [InlineData("age;city\r\n30;Rome\r\n40;Oslo", null)]
    [InlineData("age\tcity\n30\tRome\n\n40\tOslo\n\n", null)]
    [InlineData("  age   city\n30 Rome\n 40  Oslo \n", null)]
    [InlineData("\uFEFFage, city\n30, Rome\n 40 ,\"Oslo\"\n", null)]
    [InlineData("age|city\n30|Rome\n40|Oslo\n", '|')]
    public void Separators_blanks_quotes_and_byte_order_marks_are_understood(string text, char? separator)
    {
        var table = Read(text, new() { Separator = separator });
        Assert.Equal([30, 40], Assert.IsType<NumericColumn>(table["age"]).Values.ToArray());
        var city = Assert.IsType<CategoricalColumn>(table["city"]);
        Assert.Equal(["Oslo", "Rome"], city.Levels.ToArray());
        Assert.Equal([1, 0], city.Codes.ToArray());
    }

    [Fact]
    public void A_field_in_quotes_may_hold_separators_quotes_and_line_breaks()
    {
        var table = Read("note,n\n\"a, \"\"b\"\"\nc\",1\nplain,x\n", new() { Categorical = ["n"] });
        Assert.Equal(["a, \"b\"\nc", "plain"], ((CategoricalColumn)table["note"]).Levels.ToArray());
        Assert.Equal("people.csv, line 4, column 2 (n)", Path.GetFileName(table.Place(1, table["n"])));       // the quoted field took lines 2 and 3
    }

    [Fact]
    public void A_table_like_german_credit_is_read_with_names_and_codes_as_categories()
    {
        var table = Read("A11 6 1169 1\nA12 48 5951 2\nA14 12 2096 1\n", new() { Names = ["status", "months", "amount", "class"], Categorical = ["class"] });
        Assert.Equal([6, 48, 12], ((NumericColumn)table["months"]).Values.ToArray());
        Assert.Equal(["1", "2"], ((CategoricalColumn)table["class"]).Levels.ToArray());
        Assert.Equal("people.csv: 3 rows, 2 numeric and 2 categorical columns, 0 entries missing\n  status: A11, A12, A14\n  months: 6 to 48, mean 22\n  amount: 1169 to 5951, mean 3072\n  class: 1, 2", table.ToString());
    }

    [Fact]
    public void Levels_that_are_numbers_are_in_their_order_and_what_is_missing_is_counted()
    {
        var table = Read("grade,x\n10,1\n9,?\n2,\n10,NA\n", new() { Categorical = ["grade"] });
        Assert.Equal(["2", "9", "10"], ((CategoricalColumn)table["grade"]).Levels.ToArray());
        Assert.Equal(3, table.Missing);
        Assert.Equal(1, table.WithoutMissing().Count);
        Assert.Equal(["grade"], table.Without("x").Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3: expected 2 fields, one for each column, found 1:")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", "line 4: expected 2 fields, one for each column, found 3:")]
    [InlineData("a,b\n1,x\n2,y\nthree,z\n", "line 4, column 1 (a): expected a number, as in 2 other rows, found three:")]
    [InlineData("a;b\n1,5;x\n2,5;y\n", "line 2, column 1 (a): expected a number with a decimal point, found 1,5: say DecimalComma = true")]
    [InlineData("a;b\n1;x\n1,5;y\n", "line 3, column 1 (a): expected a number with a decimal point, found 1,5:")]
    [InlineData("a,b\n1,\"x\n2,y\n", "line 2: expected quotes around whole fields")]
    [InlineData("a,b\n1,x\"y\"\n", "line 2: expected quotes around whole fields")]
    [InlineData("a,a\n1,2\n", "line 1: expected a name of its own for every column, found a in 1 and 2.")]
    [InlineData("1,2\n3,4\n", "line 1: expected names of columns, found 1: if the file has no such line, give Names")]
    [InlineData("a,b\n", ": expected rows below the names of the columns, found none.")]
    [InlineData("", ": expected a table, found no line.")]
    [InlineData("PK\u0003\u0004rest", ": expected text, found a zip archive; a spreadsheet is first saved as CSV (UTF-8).")]
    public void A_bad_file_gets_one_sentence_with_file_line_and_column(string text, string part)
    {
        var said = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.StartsWith(folder["people.csv"], said);
        Assert.Contains(part, said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void Old_encodings_are_named_with_line_and_column_and_read_where_they_are_said()
    {
        var path = folder.Write("latin.csv", Encoding.Latin1.GetBytes("name,n\nZoe,1\nZoé,2\n"));
        Assert.StartsWith($"{path}, line 3, column 3: expected UTF-8, found the byte E9: save the file as UTF-8", Assert.Throws<InvalidDataException>(() => Table.Read(path)).Message);
        Assert.Equal(["Zoe", "Zoé"], ((CategoricalColumn)Table.Read(path, new() { Encoding = Encoding.Latin1 })["name"]).Levels.ToArray());
        Assert.Equal(2, Table.Read(folder.Write("utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("name\tn\nZoé\t1\nZoe\t2\n")])).Count);
    }

    [Fact]
    public void Decimal_commas_comments_and_missing_marks_are_read_where_they_are_said()
    {
        var table = Read("| a comment\nx;y\n1,5;a\n-2,25;-\n", new() { DecimalComma = true, Comment = '|', Missing = ["-"] });
        Assert.Equal([1.5, -2.25], ((NumericColumn)table["x"]).Values.ToArray());
        Assert.Equal(1, table["y"].Missing);
    }

    [Fact]
    public void Numbers_are_standardised_and_categories_one_hot_by_the_training_part_alone()
    {
        using var scope = NewDisposeScope();
        var train = Read("age,sex,class\n20,F,no\n40,M,yes\n20,M,no\n40,F,no\n");
        var encoder = TableEncoder.Fit(train, label: "class");
        Assert.Equal(["age", "sex=F", "sex=M"], encoder.Features.ToArray());
        Near([-1, 1, 0, 1, 0, 1, -1, 0, 1, 1, 1, 0], encoder.Encode(train));                  // mean 30, deviation √(4 · 100 / 4) = 10
        Assert.Equal([0L, 1, 0, 0], encoder.Labels(train).data<long>().ToArray());
        Assert.Equal(["no", "yes"], encoder.Classes.ToArray());
        var test = Read("class,sex,age\nyes,M,55\n");                                          // another order of columns
        Near([2.5f, 0, 1], encoder.Encode(test));
        Assert.Equal([1L], encoder.Labels(test).data<long>().ToArray());
    }

    [Fact]
    public void Decoding_undoes_encoding_and_takes_the_likeliest_category()
    {
        using var scope = NewDisposeScope();
        var table = Read("x,c,y\n1.5,a,7\n-2,b,7\n3,c,7\n");
        var encoder = TableEncoder.Fit(table);
        var back = encoder.Decode(encoder.Encode(table));
        Assert.All(((NumericColumn)back["x"]).Values.Zip([1.5, -2, 3]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.Equal([0, 1, 2], ((CategoricalColumn)back["c"]).Codes.ToArray());
        Assert.Equal([7, 7, 7], ((NumericColumn)back["y"]).Values.ToArray());                            // a constant: deviation 1, code 0
        Assert.Equal([2], ((CategoricalColumn)encoder.Decode(tensor(new float[,] { { 0, 0.2f, 0.3f, 0.4f, 0 } }))["c"]).Codes.ToArray());
        Assert.Contains("expected (N, 5), got (1, 4)", Assert.Throws<ArgumentException>(() => encoder.Decode(zeros(1, 4))).Message);
    }

    [Fact]
    public void What_is_missing_is_refused_by_line_and_column_or_dropped_or_filled_in()
    {
        using var scope = NewDisposeScope();
        var table = Read("x,c\n1,a\n?,b\n5,\n3,b\n");
        Assert.Equal($"{folder["people.csv"]}, line 3, column 1 (x): expected an entry, found none (2 are missing in all): leave such rows out by WithoutMissing(), or say impute: true.",
            Assert.Throws<InvalidDataException>(() => TableEncoder.Fit(table)).Message);
        Assert.Equal(2, table.WithoutMissing().Count);
        var filled = TableEncoder.Fit(table, impute: true).Encode(table);                      // mean 3, and b, twice of three
        Assert.Equal(0, filled[1, 0].item<float>());
        Assert.Equal(1, filled[2, 2].item<float>());
        var whole = TableEncoder.Fit(table.WithoutMissing());
        Assert.Contains("line 3, column 1 (x)", Assert.Throws<InvalidDataException>(() => whole.Encode(table)).Message);
        Assert.Contains("expected at least one row without a missing entry", Assert.Throws<InvalidDataException>(() => Read("x,c\n?,a\n").WithoutMissing()).Message);
    }

    [Fact]
    public void A_category_that_was_not_met_is_named_by_line_and_column_and_may_be_renamed()
    {
        using var scope = NewDisposeScope();
        var encoder = TableEncoder.Fit(Read("c,x\na,1\nb,2\n"));
        var test = Read("c,x\na.,1\nb.,2\n");
        Assert.Contains("people.csv, line 2, column 1 (c): expected a category that the encoder was fitted to, a, b, found a.:", Assert.Throws<InvalidDataException>(() => encoder.Encode(test)).Message);
        Assert.Equal(2, encoder.Encode(test.Relabelled("c", word => word.TrimEnd('.'))).shape[0]);
        Assert.Contains("there is no column z; there are c, x.", Assert.Throws<ArgumentException>(() => test["z"]).Message);
        Assert.Contains("holds numbers: name it in Categorical", Assert.Throws<ArgumentException>(() => TableEncoder.Fit(test, label: "x")).Message);
    }

    [Fact]
    public void A_split_is_fixed_by_its_seed_and_loses_no_row()
    {
        var table = Read("x\n" + string.Join('\n', Enumerable.Range(0, 100)));
        var (train, test) = table.Split(0.25, seed: 4);
        Assert.Equal((75, 25), (train.Count, test.Count));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (double)i), Values(train).Concat(Values(test)).Order());
        Assert.Equal(Values(test), Values(table.Split(0.25, seed: 4).Test));
        Assert.NotEqual(Values(test), Values(table.Split(0.25, seed: 5).Test));

        static double[] Values(Table part) => [.. ((NumericColumn)part["x"]).Values];
    }

    private Table Read(string text, TableFormat? format = null) => Table.Read(folder.Write("people.csv", Encoding.UTF8.GetBytes(text)), format);

    private static void Near(float[] expected, Tensor found) => Assert.All(expected.Zip(found.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
}
