using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>The chain of cells that ran: each sees the names of those before it, and a later declaration hides an earlier one.</summary>
/// <remarks>
/// Two rules keep a thousand cells small: a reference is created once and handed to the first submission that needs it,
/// and what is hidden is let go, so that running a cell again frees what it replaces: a submission whose every name is hidden (its slot is
/// emptied; closures that captured it keep it), and a single variable that no function speaks of.
/// </remarks>
internal sealed class Submissions
{
    private readonly References references;
    private readonly Compiler compiler;
    private readonly List<Submission> chain = [];
    private ImmutableList<MetadataReference> added = [];
    private readonly List<string> files = [];
    private readonly FileLibraries libraries = new();
    private object?[] slots = new object?[64];          // slot 0 belongs to a host object, which we have not
    private int used;
    private volatile CSharpCompilation? last;

    /// <param name="besides">Assemblies of the kernel's that cells may use.</param>
    public Submissions(params IEnumerable<Assembly> besides) => compiler = new(references = new(besides));

    /// <summary>What every cell is given of the kernel and of the interactive package.</summary>
    public IEnumerable<string> OwnFiles => references.OwnFiles;

    public Packages Packages { get; } = new();

    /// <summary>The newest compilation: immutable, so that completion may ask it while a cell runs.</summary>
    public CSharpCompilation? Last => last;

    /// <summary>What packages and libraries have brought and no cell has compiled with yet; as immutable.</summary>
    public IReadOnlyList<MetadataReference> Added => added;

    /// <summary>Every submission that still holds variables.</summary>
    internal int Alive => slots.Count(slot => slot is not null);

    /// <summary>The files of the assemblies that were added.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>A cell that is ready to start: where its variables will be, and what was the newest compilation before it.</summary>
    internal sealed record Loaded(Compiler.Result Result, int Slot, CSharpCompilation? Before, Func<Task<object?>> Start);

    /// <summary>Adds an assembly, and what it needs, for this cell and all later ones; what there is to say of that, a sentence each.</summary>
    public IReadOnlyList<string> Reference(string file)
    {
        var needs = LibraryNeeds.Of(file);
        added = added.AddRange(references.Add(file, needs));
        if (!references.IsOwn(AssemblyName.GetAssemblyName(file))) files.Add(Path.GetFullPath(file));
        return [.. needs.Notes, .. Packages.Use(needs.Versions)];
    }

    /// <summary>Adds an assembly that the framework, the kernel or a package has: <c>System.Xml.Linq</c>, with or without version and key; false where nobody has it.</summary>
    public bool ReferenceByName(string name)
    {
        var simple = name.Split(',')[0].Trim();
        var found = references.ByName(simple) ?? (simple.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? references.ByName(simple[..^4]) : null);
        added = added.AddRange(found ?? []);
        return found is not null;
    }

    /// <summary>Adds an assembly, and nothing of what lies beside it.</summary>
    public void ReferenceAlone(string file) => added = added.AddRange(references.AddAlone(file));

    /// <summary>Adds what is no file, where no cell has it yet; what was added.</summary>
    public IReadOnlyList<MetadataReference> Reference(IReadOnlyList<MetadataReference> references)
    {
        var news = references.Except(added).Except(Chain().SelectMany(cell => cell.ExternalReferences)).ToList();
        added = added.AddRange(news);
        return news;
    }

    /// <summary>No cell compiled with these.</summary>
    public void GiveBack(IEnumerable<MetadataReference> references) => added = added.RemoveRange(references);

    /// <summary>Adds NuGet packages, and those they need, for this cell and all later ones.</summary>
    public Packages.Files Reference(IEnumerable<(string Name, string Version)> packages, CancellationToken cancellation)
    {
        var files = Packages.Add(packages, cancellation);
        foreach (var folder in files.Folders) AssemblyResolver.Add(folder);
        foreach (var file in files.Assemblies) added = added.AddRange(references.AddAlone(file));
        this.files.AddRange(files.Assemblies.Where(file => !references.IsOwn(new AssemblyName(Path.GetFileNameWithoutExtension(file)))));
        return files;
    }

    public Compiler.Result Compile(SyntaxTree tree, CancellationToken cancellation)
    {
        var result = compiler.Compile(tree, last, added, cancellation);
        if (result.Succeeded) added = [];
        return result;
    }

    /// <summary>Compiles what cells cannot hold of a cell, as a library, and then the rest of it.</summary>
    /// <returns>What came of the rest, or of the library where that does not compile; and the rest.</returns>
    public (Compiler.Result Result, SyntaxTree Tree) CompileAside(SyntaxTree tree, CancellationToken cancellation)
    {
        var library = FileLibrary.Of(tree, libraries.Identify, [.. Compiler.Usings, .. Chain().SelectMany(UsedBy).Distinct()]);
        var inherited = Chain().SelectMany(cell => cell.ExternalReferences).Except(libraries.Replaced).ToList();
        var (result, needed) = compiler.CompileLibrary(library, last, [.. added, .. inherited], cancellation);
        if (!result.Succeeded) return (result with { Advice = FileLibrary.Advice }, tree);
        var reference = libraries.Load(library, result);
        added = added.AddRange(needed.Except(inherited).Except(added).ToList());
        added = added.Add(reference);
        var rest = Compiler.Parse(library.Rest, tree.FilePath, cancellation);
        var then = Compile(rest, cancellation);
        if (!then.Succeeded)
        {
            added = added.Remove(reference);
            libraries.Forget(reference);
        }
        return (then, rest);
    }

    /// <summary>Whether a cell has declared a type of that name.</summary>
    public bool DeclaresType(string name) => Chain().Any(cell => cell.ScriptClass?.GetTypeMembers(name).IsEmpty == false);

    private IEnumerable<CSharpCompilation> Chain()
    {
        for (var cell = last; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation) yield return cell;
    }

    private static IEnumerable<string> UsedBy(CSharpCompilation cell) => cell.SyntaxTrees.SelectMany(tree => tree.GetCompilationUnitRoot().Usings)
        .Where(directive => directive.Alias is null)
        .Select(directive => directive.StaticKeyword.RawKind == 0 ? directive.NamespaceOrType.ToString() : $"static {directive.NamespaceOrType}");

    /// <summary>Loads a compiled cell and starts it; its names count from now on, whether or not it comes to its end.</summary>
    public Loaded Load(Compiler.Result result)
    {
        var before = last;
        last = result.Compilation;
        if (result.Image is null) return new(result, 0, before, () => Task.FromResult<object?>(null));
        var assembly = AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(result.Image), new MemoryStream(result.Symbols!));
        var entry = result.Compilation.GetEntryPoint(default)!;
        var factory = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        if (++used == slots.Length) Array.Resize(ref slots, 2 * slots.Length);
        return new(result, used, before, () => factory(slots));
    }

    /// <summary>After a loaded cell ran: takes note of its variables and lets go of submissions that nothing can name any more.</summary>
    public void Settle(Loaded cell, Func<string, bool> wasAssigned)
    {
        var result = cell.Result;
        if (result.Image is null) return;
        if (slots[cell.Slot] is not { } instance)
        {
            (last, used) = (cell.Before, cell.Slot - 1);          // stopped before its first statement: it has no slot, and nothing may follow it
            added = added.AddRange(result.Compilation.ExternalReferences);
            return;
        }
        var submission = new Submission(cell.Slot, result.Compilation.SyntaxTrees[0], result.Compilation.ScriptClass!);
        KeepOldValues(submission, instance, wasAssigned);
        var at = chain.FindIndex(other => other.Slot > cell.Slot) is var later and >= 0 ? later : chain.Count;          // those that it has run itself come after it
        foreach (var earlier in chain.Take(at)) Hide(earlier, submission);
        foreach (var inner in chain.Skip(at)) Hide(submission, inner);
        chain.Insert(at, submission);
        foreach (var dead in chain.Where(any => any.IsHidden)) slots[dead.Slot] = null;
        chain.RemoveAll(any => any.IsHidden);
    }

    private void Hide(Submission earlier, Submission later)
    {
        foreach (var name in earlier.HideBehind(later)) Forget(earlier, name);
    }

    /// <summary>The variables that a cell can name now, newest declaration first.</summary>
    public IEnumerable<Variable> Variables()
    {
        for (var i = chain.Count - 1; i >= 0; i--)
            foreach (var field in chain[i].Variables)
                yield return Variable(chain[i], field);
    }

    // A cell that threw may have declared a variable again and never come to assign it: the old value stays.
    private void KeepOldValues(Submission submission, object instance, Func<string, bool> wasAssigned)
    {
        foreach (var field in submission.Variables.Where(field => !wasAssigned(field.Name)))
        {
            var owner = chain.FindLast(earlier => earlier.Slot < submission.Slot && earlier.Variables.Any(old => old.Name == field.Name));
            if (owner is null || slots[owner.Slot] is not { } old || Field(old, field.Name) is not { } source) continue;
            if (Field(instance, field.Name) is { } target && target.FieldType == source.FieldType) target.SetValue(instance, source.GetValue(old));
        }
    }

    // The rest of its cell may still be needed; what this one variable holds is not.
    private void Forget(Submission submission, string name)
    {
        if (slots[submission.Slot] is { } instance && Field(instance, name) is { IsLiteral: false, IsInitOnly: false } field) field.SetValue(instance, null);
    }

    private Variable Variable(Submission submission, IFieldSymbol symbol)
    {
        var instance = slots[submission.Slot];
        var field = instance is null ? null : Field(instance, symbol.Name);
        var type = symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return new(symbol.Name, type, field?.GetValue(instance)) { Declared = field?.FieldType ?? typeof(object) };
    }

    private static FieldInfo? Field(object instance, string name) =>
        instance.GetType().GetField(name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
}
