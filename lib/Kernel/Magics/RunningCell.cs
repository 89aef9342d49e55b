using Microsoft.DotNet.Interactive;
using Workbook.Display;

namespace Workbook.Kernel;

/// <summary>Runs the blocks of one cell in order: C#, and what each magic makes of its own.</summary>
internal sealed class RunningCell(Evaluator evaluator, MagicSet magics, ICellOutput output)
{
    private readonly List<Action> atEnd = [];
    private int depth;

    public Evaluator Evaluator { get; } = evaluator;

    public MagicSet Magics { get; } = magics;

    public ICellOutput Output { get; } = output;

    /// <summary>How many files are being loaded, each by the one before.</summary>
    public int LoadDepth => depth - 1;

    /// <summary>Runs a cell, or a loaded file as if it were one; paths in it are relative to <paramref name="folder"/>.</summary>
    /// <returns>The value of its last expression, if it has one worth showing.</returns>
    public MimeBundle? Run(string text, string name, string folder)
    {
        Evaluator.Sources.Put(name, text);
        MimeBundle? value = null;
        depth++;
        try
        {
            foreach (var block in CellText.Split(text, name, Magics))
            {
                if (value is not null) Show(value);
                value = block.Magic is { } magic ? magic.Run(new(block, name, folder, this)) : CSharp(block.Text, name);
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

    private MimeBundle? CSharp(string text, string name)
    {
        try
        {
            var (hasValue, value) = Evaluator.Run(text, name);
            return hasValue ? ValueFormatter.ToMime(value) : null;
        }
        finally
        {
            CellScope.End();
        }
    }
}
