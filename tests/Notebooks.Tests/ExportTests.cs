using System.Diagnostics;
using System.Text.RegularExpressions;
using Workbook.Coverage;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary>The course's notebooks as programs, as pages and as Markdown.</summary>
public sealed partial class ExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workbook-export-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void As_programs_they_compile_and_lack_nothing()
    {
        string[] names = [.. Course.Notebooks.Select(notebook => notebook.Name)];
        var (code, log) = Export("cs", names);
        Assert.Equal((0, string.Join('\n', names.Select(name => $"{name}.cs"))), (code, log.Trim()));
    }

    [Fact]
    public void Notebook_00_as_a_program_prints_what_the_notebook_shows()
    {
        var notebook = Course.Notebooks.Single(notebook => notebook.Number == "00");
        Export("cs", notebook.Name);
        var (code, printed) = Run("run", Path.Combine(folder, notebook.Name + ".cs"));
        Assert.True(code == 0, printed);
        var at = 0;
        foreach (var value in Results(notebook).Where(value => !value.Contains(" thread")))            // how many threads there are is the machine's
        {
            var found = printed.IndexOf(value, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"the program does not print this, or not in its turn:\n{value}\nbut:\n{printed}");
            at = found + value.Length;
        }
        Assert.Equal(notebook.Cells.Count(cell => cell.Exercise is not null), Regex.Count(printed, "not yet"));
    }

    [Theory]
    [InlineData("html", """(?:href|src)="([^"]*)""")]
    [InlineData("md", """\]\(([^)\s]+)\)""")]
    public void Whatever_an_export_links_is_there(string format, string link)
    {
        var (code, log) = Export(format, [.. Course.Notebooks.Select(notebook => notebook.Name)]);
        Assert.True(code == 0, log);
        Course.MustBeEmpty(
            from notebook in Course.Notebooks
            let text = Code().Replace(File.ReadAllText(Path.Combine(folder, $"{notebook.Name}.{format}")), "")
            from Match match in Regex.Matches(text, link)
            let target = Uri.UnescapeDataString(match.Groups[1].Value.Split('#')[0])
            where target != "" && !target.Contains(':') && !Path.Exists(Path.Combine(folder, target))
            select $"{notebook.Name}.{format}: {match.Value}");
    }

    private static IEnumerable<string> Results(Notebook notebook) =>
        from cell in notebook.Code
        from output in cell.Outputs
        where (string?)output["output_type"] == "execute_result"
        let text = output["data"]!["text/plain"]!
        select string.Concat(text is System.Text.Json.Nodes.JsonArray lines ? lines.Select(line => (string)line!) : [(string)text!]);

    private (int Code, string Log) Export(string format, params string[] names) => Run([
        KernelProgram.Path, "export",
        .. names.Select(name => Path.Combine(Course.Folder, name + ".ipynb")), "--to", format, "--out", folder]);

    private (int Code, string Log) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    // What looks like a link within code, a formula or a figure is none.
    [GeneratedRegex(@"^(`{3,})[^\n]*\n.*?^\1$|<script.*?</script>|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
