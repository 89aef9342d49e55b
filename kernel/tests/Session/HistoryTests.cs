using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

[Collection("console")]
public sealed class HistoryTests : IDisposable
{
    private readonly EchoKernel kernel = new();

    public HistoryTests()
    {
        foreach (var code in (string[])["value 1", "print a", "value 2", "value 1"])
        {
            kernel.Client.Run(code);
            kernel.Client.Next(Channel.Shell);
        }
    }

    public void Dispose() => kernel.Dispose();

    [Fact]
    public void The_tail_is_the_last_n() =>
        Assert.Equal("""[[1,3,"value 2"],[1,4,"value 1"]]""", Ask(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));

    [Fact]
    public void A_range_excludes_its_stop() =>
        Assert.Equal("""[[1,2,"print a"]]""", Ask(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 2, ["stop"] = 3 }));

    [Fact]
    public void A_session_that_is_not_ours_has_no_history() =>
        Assert.Equal("[]", Ask(new() { ["hist_access_type"] = "range", ["session"] = 7, ["start"] = 1, ["stop"] = 3 }));

    [Theory]
    [InlineData("value*", false, 9, """[[1,1,"value 1"],[1,3,"value 2"],[1,4,"value 1"]]""")]
    [InlineData("value ?", true, 9, """[[1,3,"value 2"],[1,4,"value 1"]]""")]
    [InlineData("value*", false, 1, """[[1,4,"value 1"]]""")]
    [InlineData("nothing", false, 9, "[]")]
    public void A_search_knows_wildcards_uniqueness_and_n(string pattern, bool unique, int n, string expected) =>
        Assert.Equal(expected, Ask(new() { ["hist_access_type"] = "search", ["pattern"] = pattern, ["unique"] = unique, ["n"] = n }));

    [Fact]
    public void Results_come_along_when_asked_for() =>
        Assert.Equal("""[[1,2,["print a",null]],[1,3,["value 2","2"]]]""",
            Ask(new() { ["hist_access_type"] = "range", ["session"] = 1, ["start"] = 2, ["stop"] = 4, ["output"] = true }));

    private string Ask(JsonObject content) => kernel.Client.Ask("history_request", content)["history"]!.ToJsonString();
}
