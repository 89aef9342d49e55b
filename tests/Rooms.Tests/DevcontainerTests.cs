using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbook.Rooms.Tests;

/// <summary>What the devcontainer's files say; that its steps work, <c>./workbook test --devcontainer</c> tries in a clean Debian.</summary>
public sealed class DevcontainerTests
{
    private static readonly string[] variants = [".devcontainer", ".devcontainer/cuda"];

    [Fact]
    public void Both_variants_do_the_same_on_other_machines()
    {
        var (cpu, gpu) = (Read(variants[0]), Read(variants[1]));
        foreach (var name in (string[])["remoteUser", "postCreateCommand", "postAttachCommand", "customizations", "forwardPorts"])
            Assert.True(JsonNode.DeepEquals(cpu[name], gpu[name]), name);
        Assert.True((bool)gpu["hostRequirements"]!["gpu"]!);
        Assert.Contains("--gpus", gpu["runArgs"]!.AsArray().Select(each => (string)each!));
    }

    [Theory]
    [InlineData(".devcontainer")]
    [InlineData(".devcontainer/cuda")]
    public void The_image_is_built_from_the_project_and_what_it_copies_is_there(string folder)
    {
        var build = Read(folder)["build"]!;
        var file = Path.GetFullPath(Repository.At(folder, (string)build["dockerfile"]!));
        Assert.Equal(Repository.Root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(Repository.At(folder, (string)build["context"]!))));
        var text = File.ReadAllText(file);
        Assert.Matches($@"(?m)^FROM \S+ AS {build["target"]}$", text);
        foreach (Match copy in Regex.Matches(text, @"(?m)^COPY (\S+) "))
            Assert.True(Path.Exists(Repository.At(copy.Groups[1].Value)), copy.Value);
    }

    [Fact]
    public void It_opens_on_the_first_notebook_whose_kernel_is_the_one_it_installs()
    {
        var variant = Read(variants[0]);
        var opened = (string)variant["customizations"]!["codespaces"]!["openFiles"]![0]!;
        Assert.Contains($"code {opened}", (string)variant["postAttachCommand"]!);
        Assert.Equal("workbook", (string)JsonNode.Parse(File.ReadAllText(Repository.At(opened)))!["metadata"]!["kernelspec"]!["name"]!);
        Assert.Contains("./workbook kernel install", (string)variant["postCreateCommand"]!);
        Assert.Contains("ms-toolsai.jupyter", variant["customizations"]!["vscode"]!["extensions"]!.AsArray().Select(each => (string)each!));
    }

    [Fact]
    public void The_folder_that_Codespaces_looks_for_is_no_link_and_readers_find_it_by_a_name_without_a_dot()
    {
        Assert.Null(new DirectoryInfo(Repository.At(".devcontainer")).LinkTarget);
        Assert.Equal(".devcontainer", new DirectoryInfo(Repository.At("devcontainer")).LinkTarget);
    }

    private static JsonNode Read(string folder) => JsonNode.Parse(File.ReadAllText(Repository.At(folder, "devcontainer.json")))!;
}
