using System.Diagnostics;
using System.Reflection;
using Workbook.Course;
using Workbook.Training;

namespace Workbook.Sweeps;

/// <summary>One point, trained in this process.</summary>
internal static class PointRun
{
    /// <summary>Trains, measures, and keeps what came out, or why nothing did. Returns whether something did.</summary>
    public static bool Run(SweepFolder folder, Plan plan, Point point)
    {
        var watch = Stopwatch.StartNew();
        Outcome outcome;
        try
        {
            using var images = ImageSets.Load(plan.Data, Compute.Device);
            var result = RunKind.Of(plan.Run).Train(point.Settings, plan.Smoke, folder.Checkpoint(point), images);
            using var _ = result as IDisposable;
            Console.WriteLine(result);
            outcome = new(point.Key, point.Settings, Measures(result), Math.Round(watch.Elapsed.TotalSeconds, 1), null);
        }
        catch (Exception failure) when (failure is not IOException and not OutOfMemoryException)
        {
            Console.Error.WriteLine(failure);
            outcome = new(point.Key, point.Settings, new Dictionary<string, double>(), Math.Round(watch.Elapsed.TotalSeconds, 1), failure.Message.ReplaceLineEndings(" "));
        }
        folder.Write(outcome);
        return outcome.Failure is null;
    }

    /// <summary>The numbers of a result, and the loss of its last epoch.</summary>
    public static IReadOnlyDictionary<string, double> Measures(object result)
    {
        var numbers = new Dictionary<string, double>();
        foreach (var property in result.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType == typeof(double) || property.PropertyType == typeof(int) || property.PropertyType == typeof(float) || property.PropertyType == typeof(long))
                numbers[property.Name] = Convert.ToDouble(property.GetValue(result));
            else if (property.GetValue(result) is TrainingHistory { Epochs: [.., var last] })
            {
                numbers["TrainingLoss"] = last.Loss;
                if (last.ValidationLoss is { } loss) numbers["ValidationLoss"] = loss;
            }
        }
        return numbers;
    }
}
