using Workbook.Benchmarks;
using Workbook.Engine;

// dotnet Benchmarks.dll speed STEPS     examples per second, one number on one line
// dotnet Benchmarks.dll memory STEPS    live tensors and resident memory, ten lines
// dotnet Benchmarks.dll likelihood N    images per second, one number on one line
// dotnet Benchmarks.dll engine          which libtorch, from where
switch (args)
{
    case ["speed", var steps]:
        Experiment.Speed(int.Parse(steps));
        return 0;
    case ["memory", var steps]:
        Experiment.Memory(int.Parse(steps));
        return 0;
    case ["likelihood", var images]:
        Likelihood.Speed(int.Parse(images));
        return 0;
    case ["engine"]:
        Console.WriteLine(Natives.Describe());
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks speed|memory STEPS, likelihood IMAGES, or engine");
        return 2;
}
