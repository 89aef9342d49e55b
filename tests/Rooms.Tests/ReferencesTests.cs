using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workbook.Rooms.Tests;

/// <summary>Who may know whom: the table of rooms, kept by project references, by compiled assemblies and by the words in the sources.</summary>
public sealed class ReferencesTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Engine"] = ["TorchSharp"],
        ["Display"] = [],
        ["Figures"] = ["Display"],
        ["Models"] = ["TorchSharp"],
        ["Data"] = ["TorchSharp", "Display", "Training"],
        ["Training"] = ["TorchSharp", "Engine", "Display", "Models"],
        ["Evaluation"] = ["TorchSharp", "Models", "Training"],
        ["Course"] = ["TorchSharp", "Engine", "Display", "Figures", "Models", "Data", "Training", "Evaluation"],
    };

    public static TheoryData<string> Rooms => new(MayKnow.Keys);

    [Fact]
    public void Every_folder_of_the_library_is_a_room_of_the_table() =>
        Assert.Equal(MayKnow.Keys.Order(), Directory.GetDirectories(Repository.At("lib")).Select(Path.GetFileName).Where(IsRoom).Order());

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_project_references_only_the_rooms_it_may_know(string room)
    {
        var project = XDocument.Load(Repository.At("lib", room, $"Workbook.{room}.csproj"));
        var known = project.Descendants("ProjectReference").Select(reference => RoomOf((string)reference.Attribute("Include")!)).ToList();
        if (project.Descendants("UsesTorch").Any(element => element.Value == "true")) known.Add("TorchSharp");
        Assert.Empty(known.Except(MayKnow[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_compiled_room_references_only_the_rooms_it_may_know(string room)
    {
        var known = RoomAssembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name == "TorchSharp" || name.StartsWith("Workbook.")).Select(name => name == "TorchSharp" ? name : RoomOf(name));
        Assert.Empty(known.Except(MayKnow[room]));
    }

    [Theory]
    [InlineData("Training", "Models", "LossTerms, IFitted`1")]
    [InlineData("Data", "Training", "IBatches`1")]
    public void Of_another_room_it_knows_these_types_alone(string room, string other, string known)
    {
        using var file = new PEReader(File.OpenRead(RoomAssembly.Load(room).Location));
        var metadata = file.GetMetadataReader();
        Assert.Equal(known.Split(", ").Order(),
            (from handle in metadata.TypeReferences
             let type = metadata.GetTypeReference(handle)
             where metadata.GetString(type.Namespace) == $"Workbook.{other}"
             select metadata.GetString(type.Name)).Order());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_that_may_not_know_TorchSharp_does_not_speak_of_it(string room)
    {
        if (MayKnow[room].Contains("TorchSharp")) return;
        var dialect = new Regex(@"\bTorchSharp\b|\btorch\.\w");
        Assert.Empty(Repository.Files($"lib/{room}", "*.cs").Where(file => dialect.IsMatch(Code(file))).Select(Repository.Short));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_names_no_room_above_it(string room)
    {
        var strangers = string.Join('|', MayKnow.Keys.Append("Kernel").Except(MayKnow[room]).Where(other => other != room));
        var word = new Regex($@"\bWorkbook\.({strangers})\b");
        Assert.Empty(Repository.Files($"lib/{room}", "*.cs").Where(file => word.IsMatch(Code(file))).Select(Repository.Short));
    }

    [Fact]
    public void Library_and_kernel_reference_each_other_nowhere() => Assert.Empty(
        from side in (string[])["lib", "kernel"]
        from project in Repository.Files(side, "*.csproj")
        from reference in XDocument.Load(project).Descendants("ProjectReference")
        let target = Repository.Short(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, (string)reference.Attribute("Include")!)))
        where !target.StartsWith(side + "/", StringComparison.Ordinal)
        select $"{Repository.Short(project)} references {target}");

    [Fact]
    public void Library_and_kernel_name_each_other_nowhere()
    {
        var room = new Regex($@"\bWorkbook\.({string.Join('|', MayKnow.Keys)})\b|\bTorchSharp\b|\btorch\.\w");
        var kernel = new Regex(@"\bWorkbook\.(Kernel|Widgets|Cells)\b");
        Assert.Empty(Repository.Files("kernel/src", "*.cs").Where(file => room.IsMatch(Code(file))).Select(Repository.Short));
        Assert.Empty(Repository.Files("lib", "*.cs").Where(file => kernel.IsMatch(Code(file))).Select(Repository.Short));
    }

    // The source without its comments: prose may name anything.
    private static string Code(string file) => string.Join('\n', File.ReadLines(file).Select(line => Regex.Replace(line, "//.*", "")));

    private static bool IsRoom(string? folder) => Directory.EnumerateFiles(Repository.At("lib", folder!), "*.csproj").Any();

    private static string RoomOf(string reference) => Path.GetFileName(reference.Replace(".csproj", "")).Split('.')[1];
}
