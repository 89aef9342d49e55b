namespace Workbook.Course.Tests;

/// <summary>A record prints all its properties, and a viewer of values opens each of them: none may lead back to its own kind for ever.</summary>
public sealed class PrintedRunTests
{
    public static TheoryData<Type> Runs => new(typeof(IRun<>).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRun<>))));

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_prints_its_settings_and_holds_no_other_run_like_it(Type run)
    {
        Assert.StartsWith(run.Name + " { ", Activator.CreateInstance(run)!.ToString());
        Assert.DoesNotContain(run.GetProperties(), property => property.PropertyType == run);
    }
}
