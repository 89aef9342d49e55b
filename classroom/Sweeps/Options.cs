namespace Workbook.Sweeps;

/// <summary>What was typed.</summary>
internal sealed record Options(
    string Run, IReadOnlyList<string> Assignments, string Data, int? Jobs, int Retries, bool Smoke, bool Slurm, IReadOnlyList<string> Sbatch, string Out, string Plotly)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It was typed wrongly.</exception>
    public static Options Of(string[] arguments)
    {
        var (names, sbatch) = (new List<string>(), new List<string>());
        var options = new Options("", [], "digits", null, 2, false, false, [], "sweep", "");
        for (var i = 0; i < arguments.Length; i++)
        {
            string Next() => ++i < arguments.Length ? arguments[i] : throw new FormatException($"{arguments[i - 1]} wants a value");
            int Count(int least) => int.TryParse(Next(), out var count) && count >= least ? count : throw new FormatException($"{arguments[i - 1]} wants a number from {least} up, got '{arguments[i]}'");
            switch (arguments[i])
            {
                case "--on": options = options with { Data = Next() }; break;
                case "--jobs": options = options with { Jobs = Count(1) }; break;
                case "--retries": options = options with { Retries = Count(0) }; break;
                case "--smoke": options = options with { Smoke = true }; break;
                case "--slurm": options = options with { Slurm = true }; break;
                case "--sbatch": sbatch.Add(Next()); break;
                case "--out": options = options with { Out = Next() }; break;
                case "--plotly": options = options with { Plotly = Next() }; break;
                case ['-', ..] wrong: throw new FormatException($"sweep takes no '{wrong}'");
                default: names.Add(arguments[i]); break;
            }
        }
        if (names is not [var run, .. var assignments]) throw new FormatException("sweep wants a run, VaeRun say; ./workbook sweep --list names them");
        return options with { Run = run, Assignments = assignments, Sbatch = sbatch };
    }
}
