using System.Text;

namespace Workbook.Kernel.Evaluator.CSharp;

/// <summary>A place in a text at which some of it goes and something else comes.</summary>
internal readonly record struct TextEdit(int Position, int Removed, string Inserted)
{
    /// <summary>The text with all edits made; of those at one place, in the order of the list: openings come before a node's children and closings after them.</summary>
    public static string Apply(IReadOnlyList<TextEdit> edits, string text)
    {
        var edited = new StringBuilder(text.Length + 64 * edits.Count);
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Position))
        {
            edited.Append(text, done, edit.Position - done).Append(edit.Inserted);
            done = edit.Position + edit.Removed;
        }
        return edited.Append(text, done, text.Length - done).ToString();
    }
}
