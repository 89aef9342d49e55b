using System.Globalization;

namespace Workbook.Grading;

/// <summary>What was typed after <c>./workbook grade</c>, and what the command adds: where it was typed, where the workbook and its kernel are.</summary>
internal sealed record Options
{
    public string Folder { get; private set; } = "";
    public string Root { get; private set; } = "";
    public string Kernel { get; private set; } = "";
    public string? Course { get; private set; }
    public string? Out { get; private set; }
    public string? Release { get; private set; }
    public bool Full { get; private set; }
    public bool Again { get; private set; }
    public bool Nbgrader { get; private set; }
    public bool OwnCells { get; private set; }
    public int Jobs { get; private set; } = Math.Max(1, Environment.ProcessorCount / 2);
    public double Timeout { get; private set; } = 300;
    public double CellTimeout { get; private set; } = 60;
    public double Memory { get; private set; } = 3;
    public int Processes { get; private set; } = 32;

    /// <summary>The folder of the course's notebooks.</summary>
    public string Notebooks => Course ?? Path.Combine(Root, "notebooks");

    public Limits Limits => new(TimeSpan.FromSeconds(Timeout), TimeSpan.FromSeconds(CellTimeout), (long)(Memory * 1e9), Processes, Math.Max(1, Environment.ProcessorCount / Jobs));

    /// <summary>Reads the arguments; the sentence that says what is wrong with them, or null.</summary>
    public static string? Parse(string[] arguments, out Options options)
    {
        options = new();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (options.Folder != "") return "grade takes one folder";
                options.Folder = Path.GetFullPath(arguments[i]);
            }
            else if (!options.Switch(arguments[i]))
            {
                if (Wanted(arguments[i]) is not { } wanted) return $"grade takes no '{arguments[i]}'";
                if (i + 1 == arguments.Length || !options.Take(arguments[i], arguments[++i])) return $"{arguments[i - (i + 1 == arguments.Length && Wanted(arguments[i]) is not null ? 0 : 1)]} wants {wanted}";
            }
        }
        if (options.Release is not null) return options.Folder != "" ? "--release takes no folder of submissions" : options.Out is null ? "--release wants --out FOLDER too" : null;
        return options.Folder == "" ? "grade wants a folder of submissions" : Directory.Exists(options.Folder) ? null : $"there is no folder {options.Folder}";
    }

    private static string? Wanted(string name) => name switch
    {
        "--out" or "--course" or "--root" or "--kernel" => "a folder",
        "--release" => "the number or name of a notebook",
        "--timeout" or "--cell-timeout" => "seconds, above 0",
        "--memory" => "gigabytes, at least 0.5",
        "--jobs" or "--processes" => "a whole number, at least 1",
        _ => null,
    };

    private bool Switch(string name)
    {
        switch (name)
        {
            case "--full": return Full = true;
            case "--again": return Again = true;
            case "--nbgrader": return Nbgrader = true;
            case "--own-cells": return OwnCells = true;
            default: return false;
        }
    }

    private bool Take(string name, string value)
    {
        if (value.StartsWith("--", StringComparison.Ordinal)) return false;
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e6;
        switch (name)
        {
            case "--out": Out = Path.GetFullPath(value); return true;
            case "--course": Course = Path.GetFullPath(value); return Directory.Exists(Course);
            case "--root": Root = Path.GetFullPath(value); return true;
            case "--kernel": Kernel = Path.GetFullPath(value); return true;
            case "--release": Release = value; return true;
            case "--timeout": Timeout = number; return isNumber;
            case "--cell-timeout": CellTimeout = number; return isNumber;
            case "--memory": Memory = number; return isNumber && number >= 0.5;
            case "--jobs": Jobs = (int)number; return isNumber && number == Jobs;
            default: Processes = (int)number; return isNumber && number == Processes;
        }
    }
}
