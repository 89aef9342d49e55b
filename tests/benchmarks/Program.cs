using Workbook.Benchmarks;
using Workbook.Course;
using Workbook.Engine;

// dotnet Benchmarks.dll step ROW STEPS     examples per second of a training, one number on one line
// dotnet Benchmarks.dll fit ROW            examples per second of a fit: pca, probe, clusters
// dotnet Benchmarks.dll memory ROW STEPS  live tensors and resident memory, ten lines
// dotnet Benchmarks.dll likelihood N       images per second, one number on one line
// dotnet Benchmarks.dll treefile N FILE and trees FILE     trees per second over the trees of a file that the first has written
// dotnet Benchmarks.dll everyday ROW       how many in a second: call, epoch, checkpoint, resume, handwriting, sprites
// dotnet Benchmarks.dll figure N          a figure drawn, and the pace of N more
// dotnet Benchmarks.dll breakdown vae, or breakdown trees FILE     where the time of a step goes
// dotnet Benchmarks.dll parity           whether the GPU (here: the CPU again, where there is none) computes what the CPU does
// dotnet Benchmarks.dll engine          which libtorch, from where
if (args is ["figure", var more])
{
    Drawing.Speed(int.Parse(more));
    return 0;
}
return Computed(args);

// In a function of its own, so that a figure loads nothing that computes.
static int Computed(string[] args)
{
    Natives.Load();
    switch (args)
    {
        case ["step", var row, var steps]:
            Steps.Speed(row, int.Parse(steps));
            return 0;
        case ["fit", var row]:
            Classical.Speed(row);
            return 0;
        case ["memory", var row, var steps]:
            Steps.Memory(row, int.Parse(steps));
            return 0;
        case ["likelihood", var images]:
            Likelihood.Speed(int.Parse(images));
            return 0;
        case ["treefile", var count, var path]:
            Trees.Write(int.Parse(count), path);
            return 0;
        case ["trees", var path]:
            Trees.Speed(path);
            return 0;
        case ["everyday", var row]:
            Everyday.Speed(row);
            return 0;
        case ["breakdown", "vae"]:
            Breakdown.Vae();
            return 0;
        case ["breakdown", "trees", var path]:
            Breakdown.Trees(path);
            return 0;
        case ["parity"]:
            return Parity.Print(Compute.Device);
        case ["engine"]:
            Console.WriteLine(Natives.Describe());
            return 0;
        default:
            Console.Error.WriteLine("usage: Benchmarks step|memory ROW STEPS, fit ROW, likelihood IMAGES, treefile COUNT FILE, trees FILE, everyday ROW, figure N, breakdown vae|trees FILE, parity, or engine");
            return 2;
    }
}
