using System.ComponentModel;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Cells;

/// <summary>HTML as F# writes it after <c>open Html</c>: <c>div [ _class "box" ] [ str "text"; 3 ]</c>. The module is compiled for the first cell that names it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FSharpHtml
{
    internal const string Namespace = "Workbook.Cells.FSharp", Module = "Html";

    private static readonly string[] empty = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    // Elements that C# writes as members of `_`, and the attributes of the HTML standard in the writing of its DOM.
    private static readonly string[] more = ["area", "center", "font", "hgroup", "menu", "meta"];
    private static readonly string[] attributes =
    [
        "accept", "accessKey", "action", "align", "allowFullScreen", "alt", "async", "autoCapitalize", "autoComplete", "autoFocus", "autoPlay", "border", "capture",
        "cellPadding", "cellSpacing", "charSet", "checked", "cite", "class", "color", "cols", "colSpan", "content", "contentEditable", "controls", "coords", "crossOrigin",
        "dateTime", "default", "defer", "dir", "disabled", "download", "draggable", "encType", "form", "formAction", "formMethod", "formNoValidate", "formTarget",
        "frameBorder", "headers", "height", "hidden", "high", "href", "hrefLang", "id", "inputMode", "integrity", "itemProp", "itemScope", "itemType", "kind", "label",
        "lang", "list", "loop", "low", "max", "maxLength", "media", "method", "min", "minLength", "multiple", "muted", "name", "noValidate", "onChange", "onClick",
        "onInput", "onLoad", "onMouseOut", "onMouseOver", "open", "optimum", "pattern", "placeholder", "poster", "preload", "readOnly", "rel", "required", "role", "rows",
        "rowSpan", "sandbox", "scope", "selected", "shape", "size", "sizes", "span", "spellCheck", "src", "srcDoc", "srcLang", "srcSet", "start", "step", "summary",
        "tabIndex", "target", "title", "type", "useMap", "value", "width", "wrap",
    ];

    /// <summary>An element with attributes and contents; text is encoded, other HTML is taken as it is, any other value is written as it is shown.</summary>
    public static IHtmlContent Element(string tag, IEnumerable<Tuple<string, object?>> attributes, IEnumerable<object?> contents) =>
        new HtmlString(string.Concat([$"<{tag}", .. attributes.Select(Attribute), .. empty.Contains(tag) ? [" />"] : (IEnumerable<string>)[">", .. contents.Select(Content), $"</{tag}>"]]));

    /// <summary>A text as content: encoded.</summary>
    public static IHtmlContent Text(string text) => new HtmlString(WebUtility.HtmlEncode(text));

    private static string Attribute(Tuple<string, object?> attribute) => attribute.Item2 switch
    {
        null or false => "",
        true => $" {attribute.Item1}",
        var value => $" {attribute.Item1}=\"{WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture))}\"",
    };

    private static string Content(object? content) => content switch
    {
        null => "",
        string text => WebUtility.HtmlEncode(text),
        IHtmlContent html => html.ToText(),
        _ => HtmlOf.Write(Shaper.Of(content)) ?? WebUtility.HtmlEncode(ValueFormatter.PlainText(content)),
    };

    /// <summary>The module in F#.</summary>
    internal static string Source()
    {
        var elements = typeof(PocketViewTags).GetProperties().Select(property => property.Name).Where(name => name != "_").Union(more);
        return $"""
            namespace {Namespace}
            module {Module} =
                let str (text: string) = global.Workbook.Kernel.Cells.FSharpHtml.Text text
                let custom (tag: string) (attributes: (string * obj) list) (contents: obj list) = global.Workbook.Kernel.Cells.FSharpHtml.Element(tag, attributes, contents)
                let rawText (html: string) = global.Microsoft.AspNetCore.Html.HtmlString html :> global.Microsoft.AspNetCore.Html.IHtmlContent
                let _style (rules: string list) : string * obj = "style", box (String.concat "; " rules)
                let _acceptCharset (value: string) : string * obj = "accept-charset", box value
                let _htmlFor (value: string) : string * obj = "for", box value
                let _httpEquiv (value: string) : string * obj = "http-equiv", box value
            {string.Join('\n', attributes.Select(name => $"    let _{name} (value: obj) : string * obj = \"{name.ToLowerInvariant()}\", value"))}
            {string.Join("\n", elements.Select(name => $"    let {name} = custom \"{name}\""))}

            """.ReplaceLineEndings("\n");
    }
}
