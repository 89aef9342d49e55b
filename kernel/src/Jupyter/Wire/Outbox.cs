namespace Workbook.Kernel.Jupyter.Wire;

/// <summary>A queue of many senders and one reader that never blocks: a sender whose thread is being interrupted loses nothing.</summary>
/// <remarks>.NET's own queues take a lock when they grow, and <see cref="Thread.Interrupt"/> strikes at locks.</remarks>
internal sealed class Outbox<T>
{
    private Node? newest;

    /// <summary>Puts an item behind those already there.</summary>
    public void Add(T item)
    {
        var node = new Node(item);
        do node.Older = Volatile.Read(ref newest);
        while (Interlocked.CompareExchange(ref newest, node, node.Older) != node.Older);
    }

    /// <summary>Everything that is there, oldest first.</summary>
    public Stack<T> TakeAll()
    {
        var items = new Stack<T>();
        for (var node = Interlocked.Exchange(ref newest, null); node is not null; node = node.Older) items.Push(node.Item);
        return items;
    }

    private sealed record Node(T Item)
    {
        public Node? Older;
    }
}
