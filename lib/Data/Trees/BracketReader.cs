namespace Workbook.Data;

/// <summary>Reads one tree in brackets: (3 (2 It) (4 works)) with labels, ((It) works) without.</summary>
/// <param name="text">The line.</param>
/// <param name="place">File and line, for the sentence about a mistake.</param>
/// <param name="labelled">Whether every bracket begins with a label.</param>
/// <param name="classes">How many labels there are.</param>
/// <param name="leaf">What a word and its label become.</param>
/// <param name="node">What two parts and the label of the whole become.</param>
internal sealed class BracketReader<T>(string text, string place, bool labelled, int classes, Func<string, int?, T> leaf, Func<T, T, int?, T> node)
{
    private int at;

    /// <summary>The tree; brackets are kept on a stack of our own, so that no depth is too great.</summary>
    /// <exception cref="InvalidDataException">It is no binary tree: one sentence with file, line and column.</exception>
    public T Read()
    {
        var open = new Stack<Bracket>();
        while (true)
        {
            SkipSpace();
            if (at == text.Length) throw Wrong(at, open.Count == 0 ? "a tree" : "a closing bracket", open.Count == 0 ? "nothing" : $"the end of the line, with the bracket of column {open.Peek().At + 1} open");
            if (text[at] == '(') open.Push(Opened());
            else if (Whole(open, out var tree))
            {
                SkipSpace();
                return at == text.Length ? tree! : throw Wrong(at, "the end of the line", $"'{(text[at] is '(' or ')' ? text[at] : Token(at))}' after the tree");
            }
        }
    }

    // Takes a word or a closing bracket; true when it ends the tree.
    private bool Whole(Stack<Bracket> open, out T? tree)
    {
        var start = at;
        T done;
        if (text[at] == ')')
        {
            if (open.Count == 0) throw Wrong(at, "a tree", "a closing bracket without an opening one");
            at++;
            var closed = open.Pop();
            (done, start) = (Closed(closed, start), closed.At);
        }
        else
        {
            var word = Token(at);
            at += word.Length;
            if (labelled)
            {
                if (open.Count == 0) throw Wrong(start, "an opening bracket", $"'{word}'");
                var bracket = open.Peek();
                if (bracket.Parts.Count > 0) throw Wrong(start, "a bracket", $"the word '{word}' beside one");
                if (bracket.Word is not null) throw Wrong(start, "one word in a bracket", $"'{word}' after '{bracket.Word}'");
                bracket.Word = word;
                tree = default;
                return false;
            }
            done = leaf(word, null);
        }
        tree = done;
        if (open.Count == 0) return true;
        Added(open.Peek(), done, start);
        return false;
    }

    private Bracket Opened()
    {
        var bracket = new Bracket(at++);
        if (!labelled) return bracket;
        SkipSpace();
        var token = Token(at);
        if (!int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var label) || label >= classes)
            throw Wrong(at, $"a label, {(classes == int.MaxValue ? "a whole number from 0" : $"a whole number from 0 to {classes - 1}")}", token.Length > 0 ? $"'{token}'" : at < text.Length ? $"'{text[at]}'" : "the end of the line");
        at += token.Length;
        bracket.Label = label;
        return bracket;
    }

    private T Closed(Bracket bracket, int end) => (bracket.Word, bracket.Parts) switch
    {
        ({ } word, []) => leaf(word, bracket.Label),
        (null, [var left, var right]) => node(left, right, bracket.Label),
        (null, []) => throw Wrong(end, "a word or two trees", "an empty tree"),
        (null, [var only]) when !labelled => only,                                  // (It) is It; a bracket around a bracket was refused
        _ => throw Wrong(end, "two trees in a bracket", "one: a unary chain"),
    };

    private void Added(Bracket bracket, T part, int start)
    {
        if (bracket.Word is not null) throw Wrong(start, "a closing bracket", $"a tree after the word '{bracket.Word}'");
        if (bracket.Parts.Count == 2) throw Wrong(start, "two trees in a bracket", "a third");
        bracket.Parts.Add(part);
    }

    private string Token(int from)
    {
        var to = from;
        while (to < text.Length && text[to] is not ('(' or ')') && !IsBlank(text[to])) to++;
        return text[from..Math.Max(to, Math.Min(from, text.Length))];
    }

    private void SkipSpace()
    {
        while (at < text.Length && IsBlank(text[at])) at++;
    }

    // Within words there are other kinds of space: SST has "8 1/2", held together by one that does not break.
    private static bool IsBlank(char letter) => letter is ' ' or '\t';

    private InvalidDataException Wrong(int column, string expected, string found) => new($"{place}, column {column + 1}: expected {expected}, found {found}.");

    private sealed class Bracket(int at)
    {
        public int At { get; } = at;
        public int? Label { get; set; }
        public string? Word { get; set; }
        public List<T> Parts { get; } = [];
    }
}
