using System.Reflection;
using Workbook.Display;
using Workbook.Kernel.Cells;
using Workbook.Kernel.Interactive;
using MimeBundle = Workbook.Kernel.Cells.MimeBundle;

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

    [Fact]
    public void In_our_kernel_too_it_shows_itself()
    {
        var cell = $$"""
            #r "{{typeof(Screen).Assembly.Location}}"
            using Workbook.Display;
            [TypeFormatterSource("text/html", "text/plain")]
            public class Red : IShowable { public MimeBundle ToMime() => MimeBundle.Plain("red").With("text/html", "<i>red</i>"); }
            new Red()
            """;
        var done = Assert.IsType<CellOutcome.Done>(new CSharpLanguage().Run(cell, 1, new Unread()));
        Assert.Equal("<i>red</i>", done.Value!.Formats["text/html"]);
    }

    private sealed class Unread : ICellOutput
    {
        public void Show(string id, MimeBundle bundle) { }
        public void Update(string id, MimeBundle bundle) { }
        public void Stream(string name, string text) { }
        public void Clear(bool wait) { }
        public void Page(MimeBundle bundle) { }
        public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("nobody is there");
    }
}
