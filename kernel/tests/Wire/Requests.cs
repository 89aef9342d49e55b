using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Good requests of every type but shutdown, to be harmed.</summary>
internal sealed class Requests
{
    private static readonly string[] cells = ["1 + 1", "var x = 5;", "Console.Write(\"größer 😀\");", "undeclared", "throw new Exception(\"no\");", "Math.Sqrt?", "#!who", "#!unknown", "for (", ""];

    /// <summary>One of them, and the channel it belongs on (one time in ten, another).</summary>
    public (Channel Channel, string Type, JsonObject Content) Any(Random random)
    {
        var (channel, type, content) = Rightly(random);
        return (random.Next(10) == 0 ? (Channel)random.Next(3) : channel, type, content);
    }

    private static (Channel, string, JsonObject) Rightly(Random random) => random.Next(20) switch
    {
        0 => (Channel.Shell, "execute_request", new()
        {
            ["code"] = Cell(random),
            ["silent"] = random.Next(4) == 0,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject { ["twice"] = "2 * 21" },
            ["allow_stdin"] = true,
            ["stop_on_error"] = random.Next(2) == 0,
        }),
        1 or 2 => (Channel.Shell, "complete_request", new() { ["code"] = "Console.Wri", ["cursor_pos"] = random.Next(12) }),
        3 or 4 => (Channel.Shell, "inspect_request", new() { ["code"] = "Math.Sqrt", ["cursor_pos"] = random.Next(12), ["detail_level"] = random.Next(3) }),
        5 or 6 => (Channel.Shell, "is_complete_request", new() { ["code"] = Cell(random) }),
        7 => (Channel.Shell, "history_request", new() { ["hist_access_type"] = "tail", ["n"] = 3, ["output"] = true, ["raw"] = true }),
        8 => (Channel.Shell, "history_request", new() { ["hist_access_type"] = "range", ["session"] = random.Next(-2, 3), ["start"] = 1, ["stop"] = 5 }),
        9 => (Channel.Shell, "history_request", new() { ["hist_access_type"] = "search", ["pattern"] = "*x*", ["unique"] = true, ["n"] = 4 }),
        10 => (Channel.Shell, "comm_info_request", new() { ["target_name"] = "jupyter.widget" }),
        11 or 12 => (Channel.Shell, "comm_open", new() { ["comm_id"] = $"c{random.Next(50)}", ["target_name"] = Target(random), ["data"] = State() }),
        13 or 14 => (Channel.Shell, "comm_msg", new() { ["comm_id"] = $"c{random.Next(50)}", ["data"] = State() }),
        15 => (Channel.Shell, "comm_close", new() { ["comm_id"] = $"c{random.Next(50)}", ["data"] = new JsonObject() }),
        16 => (Channel.Control, "interrupt_request", []),
        17 => (Channel.Stdin, "input_reply", new() { ["status"] = "ok", ["value"] = "an answer that nobody awaits" }),
        _ => (Channel.Control, "kernel_info_request", []),
    };

    private static string Cell(Random random) => cells[random.Next(cells.Length)];

    private static string Target(Random random) => ((string[])["jupyter.widget", "jupyter.widget.control", "jupyter.widget.version", "nobody"])[random.Next(4)];

    private static JsonObject State() => new()
    {
        ["method"] = "update",
        ["state"] = new JsonObject { ["value"] = 4.2, ["msg_id"] = "" },
        ["buffer_paths"] = new JsonArray(new JsonArray("value")),
    };
}
