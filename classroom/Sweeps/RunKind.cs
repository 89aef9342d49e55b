using System.Reflection;
using Workbook.Course;
using Workbook.Data;

namespace Workbook.Sweeps;

/// <summary>A kind of run that learns from a set of images: its record, its settings by name, and how it is trained.</summary>
internal sealed class RunKind
{
    // What a sweep sees to itself.
    private static readonly string[] ours = [nameof(TrainingRun.CheckpointPath), nameof(TrainingRun.Progress), nameof(TrainingRun.Cancellation)];
    private readonly Type type;
    private readonly MethodInfo train;

    private RunKind(Type type, MethodInfo train) => (this.type, this.train) = (type, train);

    /// <summary>Every kind there is, by name.</summary>
    public static IReadOnlyList<RunKind> All { get; } = [.. typeof(TrainingRun).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && typeof(TrainingRun).IsAssignableFrom(type) && type.GetConstructor([]) is not null)
        .Select(type => (Type: type, Train: TrainOf(type)))
        .Where(pair => pair.Train is not null)
        .Select(pair => new RunKind(pair.Type, pair.Train!))
        .OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>The record's name: <c>VaeRun</c>.</summary>
    public string Name => type.Name;

    /// <summary>What of it can be set, in the order of its declaration.</summary>
    public IEnumerable<string> Settings => Properties.Select(property => property.Name);

    private IEnumerable<PropertyInfo> Properties => type.GetProperties().Where(property => property.SetMethod is not null && !ours.Contains(property.Name) && Values.CanBeTyped(property.PropertyType));

    /// <summary>The kind of this name, with or without "Run" at its end.</summary>
    /// <exception cref="FormatException">There is none; the message names those there are.</exception>
    public static RunKind Of(string name) =>
        All.FirstOrDefault(kind => Same(kind.Name, name) || Same(kind.Name, name + "Run"))
        ?? throw new FormatException($"there is no run '{name}' that learns from images; there are {string.Join(", ", All.Select(kind => kind.Name))}");

    /// <summary>The property's own spelling of its name.</summary>
    /// <exception cref="FormatException">There is none; the message names those there are.</exception>
    public string Setting(string name) => Property(name).Name;

    /// <summary>Whether a text is a value of a setting.</summary>
    /// <exception cref="FormatException">It is not, and why.</exception>
    public void Check(string name, string value)
    {
        try
        {
            Values.Parse(value, Property(name).PropertyType);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{Property(name).Name}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Trains with these settings; the result is the run's own record.</summary>
    public object Train(IEnumerable<KeyValuePair<string, string>> settings, bool smoke, string checkpoint, ImageSet images)
    {
        var run = (TrainingRun)Activator.CreateInstance(type)!;
        foreach (var (name, value) in settings) Property(name).SetValue(run, Values.Parse(value, Property(name).PropertyType));
        run = run with { Progress = null, CheckpointPath = checkpoint };
        if (smoke) run = (TrainingRun)type.GetMethod("Smoke", [])!.Invoke(run, [])!;
        try
        {
            return train.Invoke(run, [images, .. train.GetParameters().Skip(1).Select(parameter => parameter.DefaultValue)])!;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } own)
        {
            throw own;
        }
    }

    private PropertyInfo Property(string name) => Properties.FirstOrDefault(property => Same(property.Name, name))
        ?? throw new FormatException($"{Name} has no setting '{name}'; it has {string.Join(", ", Settings)}");

    private static MethodInfo? TrainOf(Type type) => type.GetMethods().FirstOrDefault(method => method is { Name: "Train", IsGenericMethod: false }
        && method.GetParameters() is [{ ParameterType: var first }, .. var others] && first == typeof(ImageSet) && others.All(parameter => parameter.HasDefaultValue));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
