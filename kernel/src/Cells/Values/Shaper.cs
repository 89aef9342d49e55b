using System.Collections;
using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Cells.Values;

/// <summary>Reads a value: every sequence is walked through and every property asked at most once, and neither further than is shown.</summary>
internal sealed class Shaper
{
    private const int MostLeaves = 5000;
    private readonly int limit = Formatter.ListExpansionLimit;
    private int leaves;

    /// <summary>The shape of a value, whatever was registered for its own type; for the types inside, that counts.</summary>
    public static Shape Of(object? value) => new Shaper().Read(value, Formatter.RecursionLimit);

    // What cannot be read, or whose formatter throws, shows why in its own place: the rest is there all the same.
    private Shape Inside(object? value, int depth)
    {
        try
        {
            return Saying(value, depth) ?? (ForeignJson.Of(value) is { } json ? Json(json, depth) : Read(value, depth));
        }
        catch (Exception problem) when (!Guard.Stopping)
        {
            return Scalar.Failed(problem);
        }
    }

    // What was registered for its type, or what it says of itself.
    private Shape.Leaf? Saying(object? value, int depth)
    {
        if (value is null) return null;
        var (hasText, hasHtml) = (!HouseFormatter.SpeaksFor(value, "text/plain"), !HouseFormatter.SpeaksFor(value, "text/html"));
        if (!hasText && !hasHtml) return null;
        leaves++;
        return new(hasText ? ValueFormatter.PlainText(value) : TextOf.Write(Read(value, depth)), Html: hasHtml ? value.ToDisplayString("text/html") : null);
    }

    private Shape Read(object? value, int depth)
    {
        leaves++;
        if (value is null or byte[] || ValueMembers.IsScalar(value)) return Scalar.Of(value);
        if (depth == 0 || leaves > MostLeaves) return new Shape.Leaf(TypeName.Of(value.GetType()) is { Length: > 0 } name ? name : "…");
        return value switch
        {
            ITuple tuple => new Shape.Group([.. Enumerable.Range(0, tuple.Length).Select(i => Inside(tuple[i], depth - 1))]),
            JsonDocument document => Json(document.RootElement.Deserialize<JsonNode>(), depth),
            JsonElement element => Json(element.Deserialize<JsonNode>(), depth),
            JsonNode node => Json(node, depth),
            _ when ValueMembers.IsDataTable(value.GetType()) => Table(value, depth),
            Array { Rank: 2 } grid => Grid(grid, depth),
            IDictionary dictionary => Map(ValueMembers.EntriesOf(dictionary), dictionary.Count, depth),
            IEnumerable sequence when ValueMembers.IsDictionary(value.GetType()) => Map(ValueMembers.EntriesOf(sequence), ValueMembers.CountOf(sequence), depth),
            IEnumerable sequence => Row(sequence, depth),
            _ => Thing(value, depth),
        };
    }

    private Shape Thing(object value, int depth)
    {
        List<(string, Shape)> members = [.. ValueMembers.MembersOf(value).Select(member => (member.Name, Inside(member.Value, depth - 1)))];
        var name = TypeName.Of(value.GetType());
        return members.Count == 0 && TypeName.Known(value.GetType()) != value.GetType() ? new Shape.Leaf(name) : new Shape.Thing(name, members);
    }

    private Shape Json(JsonNode? node, int depth) => node switch
    {
        null => Read(null, depth),
        _ when depth == 0 || leaves > MostLeaves => new Shape.Leaf("…"),
        JsonObject members => new Shape.Thing("", [.. members.Take(limit).Select(member => (member.Key, Json(member.Value, depth - 1)))]),
        JsonArray items => new Shape.Row([.. items.Take(limit).Select(item => Json(item, depth - 1))], items.Count, items.Count > limit),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => new Shape.Leaf(node.ToString(), LeafKind.Text),
            JsonValueKind.Number => new Shape.Leaf(node.ToJsonString(), LeafKind.Number),
            _ => new Shape.Leaf(node.ToJsonString()),
        },
    };

    private Shape.Row Row(IEnumerable sequence, int depth)
    {
        var (items, more) = ValueMembers.FirstOf(sequence, limit);
        return new([.. items.Select(item => Inside(item, depth - 1))], ValueMembers.CountOf(sequence), more);
    }

    private Shape.Map Map(IEnumerable<(object? Key, object? Value)> entries, int? count, int depth)
    {
        var (items, more) = ValueMembers.FirstOf(entries, limit);
        return new([.. items.Cast<(object? Key, object? Value)>().Select(entry => (Inside(entry.Key, depth - 1), Inside(entry.Value, depth - 1)))], count, more);
    }

    private Shape.Grid Grid(Array grid, int depth)
    {
        var (height, width) = (Math.Min(grid.GetLength(0), limit), Math.Min(grid.GetLength(1), limit));
        var (top, left) = (grid.GetLowerBound(0), grid.GetLowerBound(1));
        var rows = Enumerable.Range(top, height).Select(row => (IReadOnlyList<Shape>)[.. Enumerable.Range(left, width).Select(column => Inside(grid.GetValue(row, column), depth - 1))]);
        return new([.. Enumerable.Range(left, width).Select(column => Scalar.Of(column).Text)], [.. rows], grid.GetLength(0), grid.GetLength(1), IsNamed: false);
    }

    private Shape.Grid Table(object value, int depth)
    {
        var table = (DataTable)value;
        var columns = table.Columns.Cast<DataColumn>().Take(limit).ToList();
        var rows = table.Rows.Cast<DataRow>().Take(limit).Select(row => (IReadOnlyList<Shape>)[.. columns.Select(column => Inside(row[column], depth - 1))]);
        return new([.. columns.Select(column => column.ColumnName)], [.. rows], table.Rows.Count, table.Columns.Count, IsNamed: true);
    }
}
