using Microsoft.CodeAnalysis;
using Microsoft.FSharp.Core;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>The languages that a cell, or a block of one, can be written in.</summary>
internal enum CellLanguage
{
    /// <summary>What a cell is in unless it says otherwise.</summary>
    CSharp,

    /// <summary>After <c>#!fsharp</c>.</summary>
    FSharp,
}

/// <summary>The variables of a session's languages, and the way of a value from one to the other.</summary>
internal sealed class SessionVariables(CellEvaluator evaluator)
{
    public FSharpCells FSharp { get; } = new(evaluator);

    /// <summary>The variables of one language.</summary>
    public IEnumerable<Variable> Of(CellLanguage language) => language == CellLanguage.CSharp ? evaluator.Submissions.Variables() : FSharp.Variables();

    /// <summary>A variable of one language, or null.</summary>
    public Variable? Find(CellLanguage language, string name) =>
        language == CellLanguage.FSharp ? FSharp.Find(name) : evaluator.Submissions.Variables().FirstOrDefault(variable => variable.Name == name);

    /// <summary>Declares a variable that holds the very same thing.</summary>
    public void Declare(CellLanguage into, string name, object? value, Type type)
    {
        if (into == CellLanguage.FSharp) FSharp.Declare(name, value, type);
        else DeclareInCSharp(name, value, type);
    }

    private void DeclareInCSharp(string name, object? value, Type type)
    {
        var assemblies = SourceTypeName.Assemblies(type).ToList();
        var (cells, others) = (assemblies.Where(assembly => FSharpAssemblies.Is(assembly.GetName())).Select(FSharpAssemblies.Of).ToList(), assemblies.Select(assembly => assembly.IsDynamic ? "" : assembly.Location));
        foreach (var file in others.Append(cells.Count > 0 ? typeof(Unit).Assembly.Location : ""))
            if (file.Length > 0 && !CellAssembly.IsFramework(file)) evaluator.Submissions.ReferenceAlone(file);
        evaluator.Submissions.ReferenceAlone(typeof(Microsoft.CSharp.RuntimeBinder.Binder).Assembly.Location);          // for `dynamic`
        var written = cells.Contains(null) ? null : SourceTypeName.InCSharp(type);
        if (written is null || !Declares(name, written, value, [.. cells.SelectMany(cell => cell!.References)])) Declare(name, "dynamic", "object", value);
    }

    // A description that C# does not take, of an F# that it does not know, leaves the members to be found as the cell runs.
    private bool Declares(string name, string type, object? value, IReadOnlyList<MetadataReference> references)
    {
        var added = evaluator.Submissions.Reference(references);
        try
        {
            Declare(name, type, type, value);
            return true;
        }
        catch (CellFailure) when (references.Count > 0)
        {
            evaluator.Submissions.GiveBack(added);
            return false;
        }
    }

    private void Declare(string name, string type, string taken, object? value)
    {
        using var waiting = SharedVariable.Put(value);
        evaluator.Run($"{type} {name} = global::Workbook.Kernel.Cells.SharedVariable.Take<{taken}>(\"{waiting.Key}\");", "share");
    }
}
