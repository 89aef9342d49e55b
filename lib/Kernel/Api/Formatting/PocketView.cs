using System.Collections;
using System.Dynamic;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Workbook.Kernel;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>An HTML element as C# writes it: <c>div[@class: "box"](h1("Title"), "text")</c>. Each call and each index makes a new one.</summary>
/// <remarks>Text is encoded, other HTML is taken as it is, and any other value is written as it is shown.</remarks>
public sealed class PocketView : DynamicObject, IHtmlContent
{
    private static readonly HashSet<string> empty = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private readonly string tag;
    private readonly IReadOnlyList<(string Name, object? Value)> attributes;
    private readonly IReadOnlyList<object?> contents;

    /// <summary>An element without attributes or contents; without a tag, one whose members are elements: <c>_.div("text")</c>.</summary>
    public PocketView(string tag = "") : this(tag, [], []) { }

    internal PocketView(string tag, IReadOnlyList<(string Name, object? Value)> attributes, IReadOnlyList<object?> contents) =>
        (this.tag, this.attributes, this.contents) = (tag, attributes, contents);

    /// <summary><c>element(…)</c>: the same with these contents.</summary>
    public override bool TryInvoke(InvokeBinder binder, object?[]? args, out object? result)
    {
        result = new PocketView(tag, attributes, args ?? []);
        return true;
    }

    /// <summary><c>element[name: value, …]</c>: the same with these attributes; an underscore in a name stands for a hyphen.</summary>
    /// <exception cref="ArgumentException">An attribute without a name.</exception>
    public override bool TryGetIndex(GetIndexBinder binder, object?[] indexes, out object? result)
    {
        var names = binder.CallInfo.ArgumentNames;
        if (names.Count != indexes.Length) throw new ArgumentException($"{tag}[…]: an attribute is written with its name, {tag}[title: \"text\"].");
        result = new PocketView(tag, [.. attributes, .. names.Select(name => name.Replace('_', '-')).Zip(indexes)], contents);
        return true;
    }

    /// <summary><c>_.tag</c>: an element of that name.</summary>
    public override bool TryGetMember(GetMemberBinder binder, out object? result)
    {
        result = new PocketView(binder.Name);
        return true;
    }

    /// <summary><c>_.tag(…)</c>: an element of that name with these contents.</summary>
    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
        result = new PocketView(binder.Name, [], args ?? []);
        return true;
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (tag.Length > 0) writer.Write($"<{tag}{Attributes(encoder)}{(empty.Contains(tag) ? " /" : "")}>");
        foreach (var content in contents)
            if (content is string && tag is ("script" or "style")) writer.Write(content);      // a browser decodes nothing there
            else Write(content, writer, encoder);
        if (tag.Length > 0 && !empty.Contains(tag)) writer.Write($"</{tag}>");
    }

    /// <summary>The HTML.</summary>
    public override string ToString() => this.ToText();

    // true stands alone (`checked`), false and null mean that there is none.
    private StringBuilder Attributes(HtmlEncoder encoder)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in attributes)
            if (value is true) text.Append($" {name}");
            else if (value is not (null or false)) text.Append($" {name}=\"{(value is IHtmlContent html ? html.ToText() : encoder.Encode(Scalar.Of(value).Text))}\"");
        return text;
    }

    private static void Write(object? content, TextWriter writer, HtmlEncoder encoder)
    {
        switch (content)
        {
            case null: break;
            case string text: writer.Write(encoder.Encode(text)); break;
            case IHtmlContent html: html.WriteTo(writer, encoder); break;
            case IEnumerable many when Formatter.RegisteredTypes(many.GetType()).Count == 0 && many.Cast<object?>().ToList() is { Count: > 0 } items && items.All(item => item is IHtmlContent):
                foreach (var item in items) Write(item, writer, encoder);
                break;
            default: writer.Write(Shown(content, encoder)); break;
        }
    }

    private static string Shown(object content, HtmlEncoder encoder)
    {
        var bundle = ValueFormatter.ToMime(content);
        return bundle.Formats.GetValueOrDefault("text/html") as string ?? encoder.Encode(bundle.Text);
    }
}
