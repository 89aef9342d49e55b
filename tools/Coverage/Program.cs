using Workbook.Coverage;

// usage: Workbook.Coverage ROOT [--open]
var root = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? ".";
var rows = CoverageTable.Read(root);
Console.Write(CoverageTable.Print(rows, listOpen: args.Contains("--open")));
return rows.Any(row => row.State == CoverageState.Hole) ? 1 : 0;
