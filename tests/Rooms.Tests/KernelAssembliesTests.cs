using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workbook.Rooms.Tests;

/// <summary>The kernel's assemblies know each other in one order: what runs cells has no sockets, what speaks with Jupyter has no compiler, and notebooks are read without either.</summary>
public sealed class KernelAssembliesTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Cells"] = [],
        ["Notebooks"] = [],
        ["Evaluator"] = ["Cells"],
        ["Jupyter"] = ["Cells", "Notebooks"],
        ["Interactive"] = ["Cells", "Notebooks", "Evaluator", "Jupyter"],
        ["Headless"] = ["Cells", "Notebooks", "Evaluator", "Interactive"],
        ["Program"] = ["Cells", "Notebooks", "Evaluator", "Jupyter", "Interactive", "Headless"],
    };

    public static TheoryData<string> Folders => new(MayKnow.Keys);

    [Fact]
    public void Every_folder_of_the_kernel_is_an_assembly_of_the_table() =>
        Assert.Equal(MayKnow.Keys.Order(), Directory.GetDirectories(Repository.At("kernel", "src")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_project_references_only_the_assemblies_it_may_know(string folder)
    {
        var project = XDocument.Load(Repository.Files($"kernel/src/{folder}", "*.csproj").Single());
        Assert.Empty(project.Descendants("ProjectReference").Select(reference => ((string)reference.Attribute("Include")!).Split('/')[1]).Except(MayKnow[folder]));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_compiled_assembly_references_only_those_it_may_know(string folder) => Assert.Empty(
        References(folder).Where(name => name.StartsWith("Workbook.", StringComparison.Ordinal)).Select(name => name["Workbook.Kernel.".Length..]).Except(MayKnow[folder]));

    [Theory]
    [InlineData("Cells")]
    [InlineData("Jupyter")]
    [InlineData("Notebooks")]
    public void No_compiler_is_known_to(string folder) => Assert.DoesNotContain(References(folder), name => Regex.IsMatch(name, "CodeAnalysis|^FSharp"));

    [Theory]
    [InlineData("Cells")]
    [InlineData("Notebooks")]
    [InlineData("Evaluator")]
    [InlineData("Interactive")]
    [InlineData("Headless")]
    public void There_are_no_sockets_in(string folder)
    {
        Assert.DoesNotContain("System.Net.Sockets", References(folder));
        Assert.Empty(Repository.Files($"kernel/src/{folder}", "*.cs").Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bzmq|\bSocket\b")).Select(Repository.Short));
    }

    [Fact]
    public void Notebooks_are_read_with_nothing_but_the_framework() => Assert.All(References("Notebooks"), name => Assert.StartsWith("System.", name));

    [Fact]
    public void Namespaces_follow_folders() => Assert.Empty(
        from file in Repository.Files("kernel/src", "*.cs")
        let found = Regex.Match(File.ReadAllText(file), @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value
        let folder = Path.GetDirectoryName(Repository.Short(file))!["kernel/src/".Length..].Replace('/', '.')
        where found != "" && found != $"Workbook.Kernel.{folder}" && !IsOfPrograms(folder, found)
        select $"{Repository.Short(file)}: {found}");

    [Fact]
    public void Small_types_share_a_page_with_their_family()
    {
        var pages = Repository.Files("kernel", "*.cs").Select(file => File.ReadLines(file).Count()).ToList();
        Assert.InRange(pages.Count(lines => lines <= 20), 0, pages.Count / 10);
    }

    // What notebooks name has the names that the README gives it; the program is the kernel.
    private static bool IsOfPrograms(string folder, string space) => (folder, space) is ("Cells", "Workbook.Cells") or ("Program", "Workbook.Kernel")
        || folder.StartsWith("Jupyter.Widgets", StringComparison.Ordinal) && space == "Workbook.Widgets";

    private static IEnumerable<string> References(string folder) =>
        Assembly.Load(folder == "Program" ? "workbook-kernel" : $"Workbook.Kernel.{folder}").GetReferencedAssemblies().Select(name => name.Name!);
}
