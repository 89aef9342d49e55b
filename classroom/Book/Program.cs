using System.Text.Json;
using System.Text.RegularExpressions;
using Workbook.Book;
using Workbook.Kernel.Notebooks;

// usage: Workbook.Book FOLDER NOTATION.md SEARCH.js NOTEBOOK.ipynb…
// FOLDER has the notebooks' pages already, with the assets that they need; they become the chapters of a book in that order.
if (args is not [var folder, var notation, var search, .. var files] || files.Length == 0)
{
    Console.Error.WriteLine("usage: Workbook.Book FOLDER NOTATION.md SEARCH.js NOTEBOOK.ipynb…");
    return 2;
}
var chapters = files.Select(file => Chapter.Of(Notebook.Read(file))).ToList();
var sections = new List<Section>();
var style = "";
for (var i = 0; i < chapters.Count; i++)
{
    var path = Path.Combine(folder, chapters[i].Page);
    var html = File.ReadAllText(path);
    sections.AddRange(Sections.Of(chapters[i].Page, chapters[i].Title, html, sections.Count));
    if (style == "") style = Regex.Match(html, "<style>\n?(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
    File.WriteAllText(path, Pages.InBook(html, i > 0 ? chapters[i - 1] : null, i + 1 < chapters.Count ? chapters[i + 1] : null));
}
var letters = Pages.Markdown("Notation", style, File.ReadAllText(notation));
sections.AddRange(Sections.Of("notation.html", "Notation", letters, sections.Count));
File.WriteAllText(Path.Combine(folder, "notation.html"), letters);
File.WriteAllText(Path.Combine(folder, "index.html"), Pages.Index(chapters, style));

var assets = Directory.CreateDirectory(Path.Combine(folder, "assets")).FullName;
File.WriteAllText(Path.Combine(assets, "sections.js"), $"window.workbookSections = {JsonSerializer.Serialize(sections)};\n");
File.Copy(search, Path.Combine(assets, "minisearch.js"), overwrite: true);
foreach (var name in new[] { "book.css", "book.js" })
{
    using var source = typeof(Pages).Assembly.GetManifestResourceStream(name)!;
    using var target = File.Create(Path.Combine(assets, name));
    source.CopyTo(target);
}
Console.WriteLine($"{Path.Combine(folder, "index.html")}: {chapters.Count} chapters, {sections.Count} sections to search");
return 0;
