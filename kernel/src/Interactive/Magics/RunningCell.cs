using Microsoft.DotNet.Interactive.Formatting;

namespace Workbook.Kernel.Interactive.Magics;

/// <summary>Runs the blocks of one cell in order: C#, F#, and what each magic makes of its own.</summary>
internal sealed class RunningCell(CellEvaluator evaluator, SessionVariables variables, MagicSet magics, Kernels kernels, ICellOutput output)
{
    private readonly List<Action> atEnd = [];
    private int depth;

    public CellEvaluator Evaluator { get; } = evaluator;

    public SessionVariables Variables { get; } = variables;

    public MagicSet Magics { get; } = magics;

    /// <summary>The session's kernels, for what is asked of another.</summary>
    public Kernels Kernels { get; } = kernels;

    public ICellOutput Output { get; } = output;

    /// <summary>The value that the last bundle shows, as it is.</summary>
    public object? Value { get; private set; }

    /// <summary>How many files are being loaded, each by the one before.</summary>
    public int LoadDepth => depth - 1;

    /// <summary>Runs a cell, or a loaded file as if it were one; paths in it are relative to <paramref name="folder"/>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="folder">Of the notebook or the file.</param>
    /// <param name="language">What it is in, as a magic without its mark: <c>fsharp</c>; null for C#.</param>
    /// <returns>The value of its last expression, if it has one worth showing.</returns>
    public MimeBundle? Run(string text, string name, string folder, string? language = null)
    {
        Evaluator.Sources.Put(name, text);
        MimeBundle? value = null;
        depth++;
        try
        {
            foreach (var block in CellText.Split(text, name, Magics, language))
            {
                if (value is not null) Show(value);
                value = block.Magic is { } magic ? magic.Run(new(block, name, folder, this)) : Code(block, name);
            }
        }
        finally
        {
            if (--depth == 0) atEnd.ForEach(action => action());
        }
        return value;
    }

    public void Show(MimeBundle bundle) => Output.Show(Guid.NewGuid().ToString("N"), bundle);

    /// <summary>Something to do when the cell has come to its end.</summary>
    public void AtEnd(Action action) => atEnd.Add(action);

    private MimeBundle? Code(CellBlock block, string name)
    {
        SyntaxDepth.Check(block.Text);
        return block.Language == CellLanguage.FSharp ? FSharp(block.Text, name) : CSharp(block.Text, name);
    }

    private MimeBundle? FSharp(string text, string name)
    {
        var (bundle, value) = Variables.FSharp.Run(text, name, Output);
        Value = value;
        return bundle;
    }

    private MimeBundle? CSharp(string text, string name)
    {
        var kept = CellScope.Count;
        try
        {
            var (hasValue, value) = Evaluator.Run(text, name, warnings => Output.Stream("stderr", warnings));
            Value = value;
            return hasValue && value is not DisplayedValue ? ValueFormatter.ToMime(value) : null;          // that one is on the screen
        }
        finally
        {
            CellScope.End(kept);
        }
    }
}
