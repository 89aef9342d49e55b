using System.Diagnostics;
using System.Text.Json.Nodes;
using Workbook.Coverage;
using Workbook.Rooms.Tests;

namespace Workbook.Notebooks.Tests;

/// <summary>One notebook, run from top to bottom by our own runner at the smallest scale.</summary>
/// <param name="Notebook">The notebook as it was executed.</param>
/// <param name="ExitCode">What the runner ended with.</param>
/// <param name="Log">What the runner printed.</param>
/// <param name="Duration">From the start of the process to its end.</param>
internal sealed record Pass(Notebook Notebook, int ExitCode, string Log, TimeSpan Duration)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>What the checks said: exercise → verdict, in order.</summary>
    public IEnumerable<(string Exercise, string Verdict, string Finding)> Verdicts =>
        from cell in Notebook.Code
        from output in cell.Outputs
        let verdict = Verdict(output)
        where verdict is not null
        select ((string)verdict["exercise"]!, (string)verdict["verdict"]!, (string?)verdict["finding"] ?? "");

    /// <summary>The cells that stopped with an error, and are not there to show one.</summary>
    public IEnumerable<string> Errors =>
        from cell in Notebook.Code
        from output in cell.Outputs
        where (string?)output["output_type"] == "error" && !cell.MayFail
        select $"{Notebook.Name} cell {cell.Position}: {output["ename"]}: {output["evalue"]}";

    /// <summary>Runs a notebook as it is, or with its solutions in place of its exercises.</summary>
    public static Pass Of(Notebook notebook, bool solved) => Of(notebook, solved ? ["--solutions", Course.Solutions] : []);

    /// <summary>Runs a notebook with these options of the runner.</summary>
    public static Pass Of(Notebook notebook, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("workbook-pass-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", [KernelProgram.Path, "notebook", "run", notebook.Path, "--smoke", "--out", folder, .. options])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            };
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            var ended = process.WaitForExit(Patience);
            if (!ended) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            var executed = Path.Combine(folder, Path.GetFileName(notebook.Path));
            Assert.True(ended && File.Exists(executed), $"{notebook.Name} was not run to its end:\n{output.Result}{errors.Result}");
            return new(Notebook.Read(executed), process.ExitCode, output.Result + errors.Result, clock.Elapsed);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>What a check said in this output, or null.</summary>
    public static JsonNode? Verdict(JsonNode output) => output["data"]?["application/vnd.workbook.check+json"] is JsonValue text && text.TryGetValue<string>(out var json)
        ? JsonNode.Parse(json)
        : output["data"]?["application/vnd.workbook.check+json"];
}
