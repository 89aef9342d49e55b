using System.Text.Json.Nodes;

namespace Workbook.Kernel.Jupyter.Session;

/// <summary>Answers the questions about code: what could follow, what is this, is it whole.</summary>
internal sealed class CodeRequests(ILanguage language)
{
    /// <summary>complete_request.</summary>
    public void Complete(Request request)
    {
        var (code, cursor) = Position(request);
        var found = language.Complete(code, cursor);
        var (start, end) = (CodePoints.FromUtf16(code, found.Start), CodePoints.FromUtf16(code, found.End));
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => Typed(item, start, end))]),
            },
        });
    }

    /// <summary>inspect_request.</summary>
    public void Inspect(Request request)
    {
        var (code, cursor) = Position(request);
        var bundle = language.Inspect(code, cursor, detailed: request.Count("detail_level") > 0);
        request.Reply(new JsonObject
        {
            ["status"] = "ok",
            ["found"] = bundle is not null,
            ["data"] = bundle?.ToJson() ?? [],
            ["metadata"] = new JsonObject(),
        });
    }

    /// <summary>is_complete_request.</summary>
    public void IsComplete(Request request)
    {
        var code = request.Text("code");
        var completeness = language.IsComplete(code);
        var content = new JsonObject { ["status"] = completeness.ToString().ToLowerInvariant() };
        if (completeness == Completeness.Incomplete) content["indent"] = Indent(code);
        request.Reply(content);
    }

    private static (string Code, int Cursor) Position(Request request)
    {
        var code = request.Text("code");
        return (code, CodePoints.ToUtf16(code, request.Count("cursor_pos", int.MaxValue)));
    }

    private static JsonObject Typed(Completion item, int start, int end) => new()
    {
        ["text"] = item.Text,
        ["type"] = item.Kind,
        ["signature"] = item.Signature,
        ["start"] = start,
        ["end"] = end,
    };

    /// <summary>How far the next line goes in: as far as the last, and four more behind an opening bracket.</summary>
    private static string Indent(string code)
    {
        var last = code.TrimEnd().Split('\n')[^1].TrimEnd();
        var margin = last[..(last.Length - last.TrimStart().Length)];
        return last.EndsWith('{') || last.EndsWith('(') ? margin + "    " : margin;
    }
}
