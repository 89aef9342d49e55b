// Answers to the exercises of notebook 10. An answer runs in place of the scaffold of its cell, under the check that stands there; the
// answers headed "right" and "wrong" try that check.

// %% 10.change
Tree Mirrored(Tree tree) => tree switch
{
    Tree.Node(var left, var right) => new Tree.Node(Mirrored(right), Mirrored(left), tree.Label),
    _ => tree,
};

// %% 10.change right: both arms written out
Tree Mirrored(Tree tree) => tree switch
{
    Tree.Leaf(var word) => new Tree.Leaf(word, tree.Label),
    Tree.Node(var left, var right) => new Tree.Node(Mirrored(right), Mirrored(left), tree.Label),
    _ => throw new InvalidOperationException(),
};

// %% 10.change right: by a type test
Tree Mirrored(Tree tree) => tree is Tree.Node node ? new Tree.Node(Mirrored(node.Right), Mirrored(node.Left), node.Label) : tree;

// %% 10.change right: on a stack
Tree Mirrored(Tree tree)
{
    var open = new Stack<Tree>();
    foreach (var part in tree.Subtrees) open.Push(part is Tree.Node ? new Tree.Node(open.Pop(), open.Pop(), part.Label) : part);
    return open.Pop();
}

// %% 10.change wrong: only at the top
Tree Mirrored(Tree tree) => tree is Tree.Node(var left, var right) ? new Tree.Node(right, left, tree.Label) : tree;

// %% 10.change wrong: the labels are lost
Tree Mirrored(Tree tree) => tree is Tree.Node(var left, var right) ? new Tree.Node(Mirrored(right), Mirrored(left)) : tree;

// %% 10.change wrong: nothing is exchanged
Tree Mirrored(Tree tree) => tree is Tree.Node(var left, var right) ? new Tree.Node(Mirrored(left), Mirrored(right), tree.Label) : tree;

// %% 10.compute
(int Balanced, int LeftBranching) Compared() => (4 * 2 + 2 * 4 + 8, 2 + 3 + 4 + 5 + 6 + 7 + 8);

// %% 10.compute right
(int Balanced, int LeftBranching) Compared() => (24, 35);

// %% 10.compute right: counted on trees
(int Balanced, int LeftBranching) Compared()
{
    Tree Halved(int count) => count == 1 ? new Tree.Leaf(0) : new Tree.Node(Halved(count / 2), Halved(count - count / 2));
    int Of(Tree tree) => tree.Subtrees.Where(part => part.Height > 0).Sum(part => part.Length);
    return (Of(Halved(8)), Of(Tree.LeftBranching(new long[8])));
}

// %% 10.compute right: by formulas
(int Balanced, int LeftBranching) Compared() => (8 * (int)Math.Log2(8), 8 * 9 / 2 - 1);

// %% 10.compute wrong: two parts a phrase
(int Balanced, int LeftBranching) Compared() => (14, 14);

// %% 10.compute wrong: the sentence alone
(int Balanced, int LeftBranching) Compared() => (8, 8);

// %% 10.compute wrong: words counted as phrases
(int Balanced, int LeftBranching) Compared() => (32, 43);

// %% 10.compute wrong: the wrong way round
(int Balanced, int LeftBranching) Compared() => (35, 24);

// %% 10.bug
static int Moved(IRecursiveModel model, Tree[] trees)
{
    using var batch = new TreeBatch(trees, Compute.Device);
    model.Loss(batch).backward();
    return ((Module)model).parameters().Count(p => p.grad is { } g && g.abs().sum().ToDouble() > 0);
}

// %% 10.bug right: by finite gradients asked for
static int Moved(IRecursiveModel model, Tree[] trees)
{
    using var batch = new TreeBatch(trees, Compute.Device);
    Tensor[] all = [.. ((Module)model).parameters()];
    return autograd.grad([model.Loss(batch).Total], all, allow_unused: true).Count(g => g is not null && g.numel() > 0 && g.ne(0).any().ToBoolean());
}

// %% 10.bug right: by a step and a look
static int Moved(IRecursiveModel model, Tree[] trees)
{
    using var batch = new TreeBatch(trees, Compute.Device);
    Tensor[] before = [.. ((Module)model).parameters().Select(p => p.detach().clone())];
    using var descent = optim.SGD(((Module)model).parameters(), 0.1);
    model.Loss(batch).backward();
    descent.step();
    return ((Module)model).parameters().Zip(before).Count(pair => !pair.First.Equals(pair.Second));
}

// %% 10.bug right: tree by tree
static int Moved(IRecursiveModel model, Tree[] trees)
{
    foreach (var tree in trees)
    {
        using var one = new TreeBatch([tree], Compute.Device);
        model.Loss(one).backward();
    }
    return ((Module)model).parameters().Count(p => p.grad is { } g && g.ne(0).any().ToBoolean());
}

// %% 10.bug wrong: as many as have a gradient, be it 0, in the last
static int Moved(IRecursiveModel model, Tree[] trees)
{
    using var batch = new TreeBatch(trees, Compute.Device);
    model.Loss(batch).backward();
    return ((Module)model).parameters().Count(p => p.grad is not null);
}

// %% 10.bug wrong: all that there are
static int Moved(IRecursiveModel model, Tree[] trees) => ((Module)model).parameters().Count();

// %% 10.bug wrong: nothing was computed
static int Moved(IRecursiveModel model, Tree[] trees) => ((Module)model).parameters().Count(p => p.grad is not null);

// %% 10.bug wrong: numbers instead of tensors
static int Moved(IRecursiveModel model, Tree[] trees)
{
    using var batch = new TreeBatch(trees, Compute.Device);
    model.Loss(batch).backward();
    return (int)((Module)model).parameters().Sum(p => p.grad is { } g ? g.ne(0).sum().ToInt64() : 0);
}

// %% 10.recall
string Decoders() => "acd";

// %% 10.recall right: in another order
string Decoders() => "d, c, a";

// %% 10.recall right: in capitals
string Decoders() => "A C D";

// %% 10.recall right: with brackets
string Decoders() => "(a), (c) and (d)";

// %% 10.recall wrong: the slide's title
string Decoders() => "acde";

// %% 10.recall wrong: without unfolding
string Decoders() => "ac";

// %% 10.recall wrong: those with labels
string Decoders() => "bce";

// %% 10.explore
RecursiveRun Mine() => labelled with { Examples = 300, BatchSize = 8, LearningRate = 1e-2 };

// %% 10.explore right: five sentences a step
RecursiveRun Mine() => labelled with { Examples = 300, BatchSize = 5 };

// %% 10.explore right: deeper, ten sentences a step
RecursiveRun Mine() => labelled with { Examples = 300, BatchSize = 10, Form = RecursiveForm.Deep };

// %% 10.explore right: from the record itself
RecursiveRun Mine() => new() { Examples = 300, Epochs = 8, LearningRate = 1e-2, BatchSize = 5 };

// %% 10.explore wrong: as it was
RecursiveRun Mine() => labelled with { Examples = 300 };

// %% 10.explore wrong: more epochs than allowed
RecursiveRun Mine() => labelled with { Examples = 300, Epochs = 20 };

// %% 10.explore wrong: more sentences than allowed
RecursiveRun Mine() => labelled;

// %% 10.explore wrong: longer vectors alone
RecursiveRun Mine() => labelled with { Examples = 300, Size = 50 };

// %% 10.explore wrong: without labels
RecursiveRun Mine() => labelled with { Examples = 300, BatchSize = 8, Form = RecursiveForm.Autoencoder };
