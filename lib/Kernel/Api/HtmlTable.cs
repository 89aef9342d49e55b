using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>A value with parts as an HTML table: bounded in length and depth.</summary>
internal static class HtmlTable
{
    /// <summary>The table, or null for what is better read as text: one piece of it, a tuple, a row of numbers.</summary>
    public static string? Of(object value) => IsText(value) || IsRow(value) ? null : Table(value, Formatter.RecursionLimit);

    private static bool IsText(object? value) => value is null or System.Runtime.CompilerServices.ITuple || Parts.IsScalar(value);

    private static bool IsRow(object value) => value is IEnumerable and not IDictionary and not Array { Rank: > 1 }
        && Parts.FirstOf((IEnumerable)value, Formatter.ListExpansionLimit).Items.TrueForAll(IsText);

    private static string Table(object value, int depth) => value switch
    {
        Array { Rank: 2 } grid => Grid(grid, depth),
        IDictionary dictionary => Pairs(["key", "value"], Parts.EntriesOf(dictionary), dictionary.Count, depth),
        IEnumerable sequence => Sequence(sequence, depth),
        _ => Pairs(["", ""], Parts.MembersOf(value).Select(member => ((object)member.Name, member.Value)), null, depth),
    };

    private static string Pairs(string[] heads, IEnumerable<(object Key, object? Value)> pairs, int? count, int depth) =>
        Rows(heads, pairs.Select(pair => new[] { pair.Key, pair.Value }), count, pair => (object?[])pair!, depth);

    // Things of one type with members become columns; anything else a column of values.
    private static string Sequence(IEnumerable sequence, int depth)
    {
        var (items, _) = Parts.FirstOf(sequence, Formatter.ListExpansionLimit);
        var first = items.FirstOrDefault();
        var uniform = !IsText(first) && first is not IEnumerable && items.All(item => item?.GetType() == first!.GetType());
        var count = Parts.CountOf(sequence);
        if (!uniform) return Rows(["", "value"], sequence, count, item => [item], depth, numbered: true);
        var names = Parts.MembersOf(first!).Select(member => member.Name);
        return Rows(["", .. names], sequence, count, item => [.. Parts.MembersOf(item!).Select(member => member.Value)], depth, numbered: true);
    }

    private static string Grid(Array grid, int depth)
    {
        var limit = Formatter.ListExpansionLimit;
        var columns = Math.Min(grid.GetLength(1), limit);
        var rows = Enumerable.Range(0, grid.GetLength(0));
        string[] more = grid.GetLength(1) > limit ? ["…"] : [];
        return Rows(["", .. Enumerable.Range(0, columns).Select(i => i.ToString(CultureInfo.InvariantCulture)), .. more], rows, grid.GetLength(0),
            row => [.. Enumerable.Range(0, columns).Select(column => grid.GetValue((int)row!, column)), .. more], depth, numbered: true);
    }

    private static string Rows(string[] heads, IEnumerable rows, int? count, Func<object?, object?[]> cells, int depth, bool numbered = false)
    {
        var (items, more) = Parts.FirstOf(rows, Formatter.ListExpansionLimit);
        var html = new StringBuilder("<table>");
        if (heads.Any(head => head != "")) html.Append("<thead><tr>").AppendJoin("", heads.Select(head => $"<th>{WebUtility.HtmlEncode(head)}</th>")).Append("</tr></thead>");
        html.Append("<tbody>");
        for (var i = 0; i < items.Count; i++)
        {
            html.Append("<tr>").Append(numbered ? $"<th>{i}</th>" : "");
            html.AppendJoin("", cells(items[i]).Select(cell => $"<td>{Cell(cell, depth - 1)}</td>")).Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (more) html.Append(count is { } all ? $"<p>… {all - items.Count:N0} more</p>" : "<p>… and more</p>");
        return html.ToString();
    }

    private static string Cell(object? value, int depth)
    {
        if (value is IShowable showable && showable.ToMime().Formats.GetValueOrDefault("text/html") is string html) return html;
        if (depth > 0 && !IsText(value) && !IsRow(value!)) return Table(value!, depth);
        return WebUtility.HtmlEncode(PlainText.Of(value));
    }
}
