namespace Workbook.Display.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    [Fact]
    public void It_is_whole_in_a_folder_that_is_made_and_nothing_lies_beside_it()
    {
        Assert.Equal(At("new/a.bin"), WholeFile.Write(At("new/a.bin"), file => file.Write([1, 2, 3])));
        WholeFile.Write(At("new/a.bin"), file => file.Write([4]));
        Assert.Equal([4], File.ReadAllBytes(At("new/a.bin")));
        Assert.Equal([At("new/a.bin")], Directory.GetFiles(At("new")));
    }

    [Fact]
    public void A_place_can_be_tried_beforehand_and_nothing_is_left_there()
    {
        WholeFile.RequireWritable(At("new/a.bin"));
        Assert.Empty(Directory.GetFiles(At("new")));
        File.WriteAllBytes(At("file"), [1]);
        Assert.Contains($"{At("file/a.bin")} cannot be written (", Assert.Throws<IOException>(() => WholeFile.RequireWritable(At("file/a.bin"))).Message);
        Assert.Contains("(it is a folder; name a file in it). Give another path.", Assert.Throws<IOException>(() => WholeFile.RequireWritable(folder)).Message);
    }

    [Fact]
    public void Where_writing_fails_the_old_file_stays_and_what_was_begun_goes()
    {
        WholeFile.Write(At("a.bin"), file => file.Write([1, 2, 3]));
        Assert.Equal("full", Assert.Throws<IOException>(() => WholeFile.Write(At("a.bin"), file =>
        {
            file.Write([9, 9]);
            throw new IOException("full");
        })).Message);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(At("a.bin")));
        Assert.Equal([At("a.bin")], Directory.GetFiles(folder));
    }

    [Fact]
    public void Two_writers_of_one_path_do_not_meet()
    {
        WholeFile.Write(At("a.bin"), outer =>
        {
            outer.Write([1]);
            WholeFile.Write(At("a.bin"), inner => inner.Write([2, 2]));
            Assert.Equal([2, 2], File.ReadAllBytes(At("a.bin")));
        });
        Assert.Equal([1], File.ReadAllBytes(At("a.bin")));
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(At("a"));
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => WholeFile.Write(At("a"), _ => Assert.Fail("written"))).Message);
    }
}
