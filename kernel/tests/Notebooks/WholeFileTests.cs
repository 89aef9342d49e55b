namespace Workbook.Kernel.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_fails_half_way_leaves_the_file_before_it_and_nothing_beside_it()
    {
        var path = Path.Combine(folder, "a.txt");
        WholeFile.Write(path, "größer");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, file =>
        {
            file.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("größer", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void Two_who_write_at_once_do_not_meet()
    {
        var path = Path.Combine(folder, "b.txt");
        Parallel.For(0, 50, i => WholeFile.Write(path, new string((char)('a' + i % 26), 100_000)));
        Assert.Single(File.ReadAllText(path).Distinct());
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_notebook_is_saved_so()
    {
        var path = Path.Combine(folder, "n.ipynb");
        File.WriteAllText(path, "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}");
        File.WriteAllText(path + ".partial", "another's");
        Notebook.Read(path).Save(path);
        Assert.Equal("another's", File.ReadAllText(path + ".partial"));
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }
}
