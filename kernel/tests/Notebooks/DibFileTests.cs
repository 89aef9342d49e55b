namespace Workbook.Kernel.Tests;

public sealed class DibFileTests
{
    [Fact]
    public void A_dib_is_read_cell_by_cell_and_a_magic_that_is_no_language_stays_in_its_cell()
    {
        var folder = Directory.CreateTempSubdirectory("workbook-");
        var file = Path.Combine(folder.FullName, "old.dib");
        File.WriteAllText(file, "#!meta\r\n\r\n{\"kernelInfo\":{}}\r\n\r\n#!markdown\r\n\r\n# Title\r\n\r\n#!csharp\r\n\r\n#!time\r\n1 + 1\r\n\r\n#!html\r\n<b>\r\n#!csharp\r\n");
        var notebook = Notebook.Read(file);
        folder.Delete(recursive: true);
        Assert.Equal(["# Title", "#!time\n1 + 1", "<b>"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([true, false, false], notebook.Cells.Select(cell => cell.IsMarkdown));
        Assert.Contains("\"kernelName\": \"html\"", notebook.ToText());
    }
}
