using Workbook.Coverage;

// usage: Workbook.Coverage ROOT [--open | --index]
var root = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? ".";
if (args.Contains("--index"))
{
    File.WriteAllText(ModelIndex.PathIn(root), ModelIndex.Write(root));
    return 0;
}
var rows = CoverageTable.Read(root);
Console.Write(CoverageTable.Print(rows, listOpen: args.Contains("--open")));
return rows.Any(row => row.State == CoverageState.Hole) ? 1 : 0;
