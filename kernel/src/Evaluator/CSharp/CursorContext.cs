using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A cell being typed, on top of the cells that ran, and a place in it.</summary>
/// <remarks>Everything here is immutable: it may be asked while a cell runs.</remarks>
internal sealed class CursorContext
{
    private static readonly Lazy<CSharpCompilation> nothingRan = new(() => Compiler.ForQuestions("", null, [.. new References().First(), .. References.Framework]));

    // An empty cell between the last and the questions: the compiler looks through the whole of a question's predecessor each time.
    private static readonly ConditionalWeakTable<CSharpCompilation, CSharpCompilation> afterLast = [];

    /// <param name="text">The cell as it is now.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="last">The newest compilation of those that ran.</param>
    /// <param name="added">What packages and libraries have brought since, for the cells to come.</param>
    public CursorContext(string text, int position, CSharpCompilation? last, IReadOnlyList<MetadataReference> added)
    {
        Text = text;
        Position = position;
        var before = last is null ? nothingRan.Value : afterLast.GetValue(last, ran => Compiler.ForQuestions("", ran, References.Framework));
        var compilation = Compiler.ForQuestions(text, before, added);
        Tree = compilation.SyntaxTrees[0];
        Model = compilation.GetSemanticModel(Tree);
    }

    public string Text { get; }

    /// <summary>The cursor, as a UTF-16 index.</summary>
    public int Position { get; }

    public SyntaxTree Tree { get; }

    public SemanticModel Model { get; }

    /// <summary>Where the word begins that ends at the cursor.</summary>
    public int WordStart
    {
        get
        {
            var start = Position;
            while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(Text[start - 1])) start--;
            return start;
        }
    }
}
