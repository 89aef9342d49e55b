using Workbook.Benchmarks;

// dotnet Benchmarks.dll speed STEPS     examples per second, one number on one line
// dotnet Benchmarks.dll memory STEPS    live tensors and resident memory, ten lines
switch (args)
{
    case ["speed", var steps]:
        Experiment.Speed(int.Parse(steps));
        return 0;
    case ["memory", var steps]:
        Experiment.Memory(int.Parse(steps));
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks speed|memory STEPS");
        return 2;
}
