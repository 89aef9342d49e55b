using Workbook.Kernel;

Cultures.Prepare();
switch (args)
{
    case ["run", var connectionFile]:
        MemoryWatch.Start();
        Environment.Exit(RunCommand.Run(connectionFile));          // whatever a cell has left running ends with the session
        return 0;
    case ["notebook", .. var arguments]:
        MemoryWatch.Start();
        Environment.Exit(NotebookCommand.Run(arguments));
        return 0;
    case ["cells", .. var arguments]:
        MemoryWatch.Start();
        Environment.Exit(CellsCommand.Run(arguments));
        return 0;
    case ["export", .. var arguments]:
        return ExportCommand.Run(arguments);
    case ["compare", .. var arguments]:
        return CompareCommand.Run(arguments);
    case ["install", .. var where]:
        return InstallCommand.Install(where);
    case ["uninstall", .. var where]:
        return InstallCommand.Uninstall(where);
    case ["--version"]:
        Console.WriteLine($"workbook-kernel {Host.Version}");
        return 0;
    case ["--help" or "-h" or "help"]:
        Console.WriteLine(Usage.Text);
        return 0;
    case []:
        return Usage.Wrong("what shall it do?");
    default:
        return Usage.Wrong($"it does not know '{string.Join(' ', args)}'");
}
