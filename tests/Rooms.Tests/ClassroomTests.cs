using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workbook.Rooms.Tests;

/// <summary>What lecturers use stands beside the library and the kernel: grading and the book know their files, their programs and the reader of notebooks, a sweep the runs, and neither side knows the classroom.</summary>
public sealed class ClassroomTests
{
    [Theory]
    [InlineData("Grading", "kernel/src/Notebooks/Workbook.Kernel.Notebooks")]
    [InlineData("Book", "kernel/src/Notebooks/Workbook.Kernel.Notebooks")]
    [InlineData("Sweeps", "lib/Course/Workbook.Course", "lib/Figures/Workbook.Figures")]
    public void A_project_of_the_classroom_references_what_it_is_about_alone(string project, params string[] known) => Assert.Equal(
        known.Select(name => $"../../{name}.csproj"),
        XDocument.Load(Repository.At("classroom", project, $"Workbook.{project}.csproj")).Descendants("ProjectReference").Select(reference => (string)reference.Attribute("Include")!));

    [Fact]
    public void Each_of_its_projects_is_spoken_of_here() =>
        Assert.Equal(["Book", "Grading", "Sweeps"], Repository.Files("classroom", "*.csproj").Select(project => Path.GetFileName(Path.GetDirectoryName(project))));

    [Fact]
    public void Library_and_kernel_do_not_know_it()
    {
        var word = new Regex(@"\bWorkbook\.(Grading|Book|Sweeps|Classroom)\b|\bclassroom/");
        Assert.Empty(((string[])["lib", "kernel"]).SelectMany(side => Repository.Files(side, "*.cs").Concat(Repository.Files(side, "*.csproj")))
            .Where(file => word.IsMatch(File.ReadAllText(file))).Select(Repository.Short));
    }
}
