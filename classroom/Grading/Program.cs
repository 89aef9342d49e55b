using Workbook.Grading;

// Called by `./workbook grade`, whose help says how. Exit code 0: every submission was graded; 1: one could not be; 2: typed wrongly.
if (Options.Parse(args, out var options) is { } problem)
{
    Console.Error.WriteLine($"workbook: {problem} (./workbook grade --help)");
    return 2;
}
return options.Release is null ? new Grading(options).Run() : new Grading(options).WriteRelease();
