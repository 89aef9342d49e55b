using System.Reflection;
using Workbook.Display;

namespace Workbook.Rooms.Tests;

/// <summary>Whatever of ours can be shown shows itself in any program that formats as .NET Interactive does.</summary>
public sealed class ShowableTests
{
    [Theory]
    [InlineData("Display")]
    [InlineData("Figures")]
    [InlineData("Data")]
    [InlineData("Training")]
    [InlineData("Course")]
    public void What_can_be_shown_says_so_by_the_attribute_that_formatters_look_for(string room) => Assert.Empty(
        from type in RoomAssembly.Load(room).GetTypes()
        where type is { IsInterface: false, IsAbstract: false } && type.IsAssignableTo(typeof(IShowable))
        let preferred = type.GetCustomAttribute<TypeFormatterSourceAttribute>()?.PreferredMimeTypes ?? []
        where !preferred.Contains("text/plain") || preferred.Except(ShowableFormats.Known).Any()
        select $"{type}: [{string.Join(", ", preferred)}]");

    [Fact]
    public void The_attribute_has_the_name_that_formatters_look_for() => Assert.Equal("TypeFormatterSourceAttribute", typeof(TypeFormatterSourceAttribute).Name);
}
