using System.Diagnostics;

namespace Workbook.Rooms.Tests;

/// <summary>The commands, seen from the terminal.</summary>
public sealed class CommandsTests
{
    public static TheoryData<string> Scripts =>
        new(Repository.Files("tools", "*.sh").Append(Repository.At("workbook")).Append(Repository.At(".ci", "run")).Select(Repository.Short));

    public static TheoryData<string> Commands => new(Repository.Files("tools/commands", "*.sh").Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_well_formed(string script) => Assert.Equal(0, Run("bash", "-n", script).Code);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_answers_help_with_its_name_first(string command)
    {
        var (code, output) = Workbook(command, "--help");
        Assert.Equal(0, code);
        Assert.StartsWith(command, output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_list_of_commands_has_every_command(string command) =>
        Assert.Contains($"\n  {command} ", Workbook("--help").Output);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("run --nonsense")]
    [InlineData("run 98")]
    [InlineData("run no-such-file.ipynb")]
    [InlineData("run --out")]
    [InlineData("export 00")]
    [InlineData("grade")]
    [InlineData("grade . --nonsense")]
    [InlineData("export 00 --to pdf")]
    [InlineData("test one two")]
    [InlineData("lab --port many")]
    [InlineData("doctor now")]
    [InlineData("kernel")]
    [InlineData("setup --nonsense")]
    [InlineData("coverage now")]
    [InlineData("publish --nonsense")]
    [InlineData("bench many")]
    [InlineData("ledger one two three")]
    [InlineData("sweep")]
    [InlineData("book --nonsense")]
    [InlineData("pack --nonsense")]
    [InlineData("weights one two")]
    public void A_mistyped_command_is_told_so_with_code_2(string arguments)
    {
        var (code, output) = Workbook(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.StartsWith("workbook: ", output);
    }

    // grep -q stops at its first find; what writes to it then ends by a signal, which pipefail takes for "not found".
    [Theory]
    [MemberData(nameof(Scripts))]
    public void What_is_looked_for_in_a_pipe_is_read_to_its_end(string script) => Assert.DoesNotContain("| grep -q", File.ReadAllText(Repository.At(script)));

    [Fact]
    public void A_book_takes_the_place_of_nothing_but_a_book()
    {
        var folder = Directory.CreateTempSubdirectory("workbook-no-book-").FullName;
        File.WriteAllText(Path.Combine(folder, "thesis.txt"), "three years");
        var (code, output) = Workbook("book", "--out", folder);
        Assert.Equal(1, code);
        Assert.Contains("has something else in it", output);
        Assert.Equal("three years", File.ReadAllText(Path.Combine(folder, "thesis.txt")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Doctor_names_the_engine_and_the_threads()
    {
        var output = Workbook("doctor").Output;
        Assert.Contains("engine ", output);
        Assert.Contains("threads ", output);
    }

    private static (int Code, string Output) Workbook(params string[] arguments) => Run(Repository.At("workbook"), arguments);

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
