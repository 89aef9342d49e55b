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
    private const string InMemory = "FSI-ASSEMBLY";

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

    // Types of F# cells live in assemblies that all have one name, which C# cannot tell apart: their members are found as the cell runs.
    private void DeclareInCSharp(string name, object? value, Type type)
    {
        var assemblies = SourceTypeName.Assemblies(type).ToList();
        foreach (var file in assemblies.Select(assembly => assembly.IsDynamic ? "" : assembly.Location))
            if (file.Length > 0 && !CellAssembly.IsFramework(file)) evaluator.Submissions.ReferenceAlone(file);
        evaluator.Submissions.ReferenceAlone(typeof(Microsoft.CSharp.RuntimeBinder.Binder).Assembly.Location);          // for `dynamic`
        var isFromFSharp = assemblies.Exists(assembly => assembly.GetName().Name!.StartsWith(InMemory, StringComparison.Ordinal));
        var written = isFromFSharp ? null : SourceTypeName.InCSharp(type);
        evaluator.Run($"{written ?? "dynamic"} {name} = global::Workbook.Kernel.Cells.SharedVariable.Take<{written ?? "object"}>(\"{SharedVariable.Put(value)}\");", "share");
    }
}
