using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workbook.Rooms.Tests;

/// <summary>What lecturers use stands beside the library and the kernel: it knows their files and their programs, of their code the reader of notebooks alone, and neither knows it.</summary>
public sealed class ClassroomTests
{
    [Fact]
    public void A_project_of_the_classroom_references_the_reader_of_notebooks_alone() => Assert.All(
        Repository.Files("classroom", "*.csproj").SelectMany(project => XDocument.Load(project).Descendants("ProjectReference")),
        reference => Assert.EndsWith("kernel/src/Notebooks/Workbook.Kernel.Notebooks.csproj", (string)reference.Attribute("Include")!));

    [Fact]
    public void There_is_a_classroom_to_look_at() => Assert.Contains(Repository.Files("classroom", "*.csproj"), project => Path.GetFileName(project) == "Workbook.Grading.csproj");

    [Fact]
    public void Library_and_kernel_do_not_know_it()
    {
        var word = new Regex(@"\bWorkbook\.(Grading|Classroom)\b|\bclassroom/");
        Assert.Empty(((string[])["lib", "kernel"]).SelectMany(side => Repository.Files(side, "*.cs").Concat(Repository.Files(side, "*.csproj")))
            .Where(file => word.IsMatch(File.ReadAllText(file))).Select(Repository.Short));
    }
}
