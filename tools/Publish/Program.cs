using Workbook.Publish;

// usage: Workbook.Publish EXECUTED.ipynb PUBLISHED.ipynb PLOTLY.js
// Makes an executed notebook fit to be committed. Exit code 0: written; 1: something in it must not be published; 2: usage.
if (args.Length != 3)
{
    Console.Error.WriteLine("usage: Workbook.Publish EXECUTED.ipynb PUBLISHED.ipynb PLOTLY.js");
    return 2;
}

var notebook = ExecutedNotebook.Read(args[0]);
notebook.Tidy();
await using (var studio = new Studio(args[2], File.Exists(args[1]) ? ExecutedNotebook.Read(args[1]).Pictures() : []))
    foreach (var figure in notebook.Figures())
        figure.Keep(await studio.Photograph(figure.Json));

var text = notebook.ToText();
foreach (var remark in Inspection.Remarks(notebook))
    Console.Error.WriteLine("remark: " + remark);
var faults = Inspection.Faults(notebook, text).ToArray();
foreach (var fault in faults)
    Console.Error.WriteLine("fault: " + fault);
if (faults.Length > 0) return 1;

var partial = args[1] + ".partial";
File.WriteAllText(partial, text);
File.Move(partial, args[1], overwrite: true);
Console.WriteLine($"{Path.GetFileName(args[1])}: {notebook.Figures().Count()} figures, {text.Length / 1000} kB");
return 0;
