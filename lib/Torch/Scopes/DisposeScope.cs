namespace TorchSharp;

/// <summary>Owns every tensor born on its thread while it is the innermost scope, and disposes them when it ends.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly List<IDisposable> owned = [];
    private DisposeScopeManager? manager;

    internal DisposeScope(DisposeScopeManager manager) => (this.manager, OuterScope) = (manager, manager.Current);

    internal DisposeScope? OuterScope { get; set; }

    private DisposeScopeManager Manager => manager ?? throw new ObjectDisposedException(nameof(DisposeScope));

    private LifetimeStatistics Tensors => Manager.StatisticsInstance.TensorStatistics;

    /// <summary>What the scope owns now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => owned.ToArray();

    public int DisposablesCount => owned.Count;

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    /// <summary>Hands something over to the scope around this one, or to nobody where this is the outermost.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (scope is null) return Detach(disposable);
        _ = Manager;
        if (Remove(disposable)) scope.Add(disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) MoveToOther(scope, disposable);
    }

    /// <summary>Lets go of something: from now on it lives until it is disposed or finalized.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        var tensors = Tensors;
        if (Remove(disposable) && disposable is torch.Tensor) tensors.DetachedFromScopeCount++;
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) Detach(disposable);
    }

    /// <summary>Takes something over, from another scope or from nobody.</summary>
    public void Attach(IDisposable disposable)
    {
        var tensors = Tensors;
        if (disposable is IScoped scoped)
        {
            if (scoped.OwningDisposeScope == this) return;
            scoped.OwningDisposeScope?.Remove(disposable);
        }
        Add(disposable);
        if (disposable is torch.Tensor) tensors.AttachedToScopeCount++;
    }

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToList();
        foreach (var disposable in all) Attach(disposable);
        return all;
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes what the scope owns but for what is to be kept, which it goes on owning.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        _ = Manager;
        var keep = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        var all = owned.ToArray();
        owned.Clear();
        foreach (var disposable in all)
        {
            if (keep.Contains(disposable))
            {
                Add(disposable);
                continue;
            }
            if (disposable is torch.Tensor) Manager.StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
            if (disposable is IScoped scoped) scoped.OwningDisposeScope = null;
            (disposable as torch.Tensor)?.Release();
            if (disposable is not torch.Tensor) disposable.Dispose();
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Ends the scope: disposes everything it owns and makes the scope around it the current one.</summary>
    public void Dispose()
    {
        if (manager is null) return;
        DisposeEverything();
        manager.Leave(this);
        manager = null;
    }

    /// <summary>Told by something that it has been disposed on its own.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        _ = Manager;
        Remove(disposable);
    }

    internal void Add(IDisposable disposable)
    {
        if (disposable is IScoped scoped) (scoped.OwningDisposeScope, scoped.ScopeSlot) = (this, owned.Count);
        owned.Add(disposable);
    }

    private int IndexOf(IDisposable disposable) => disposable is IScoped scoped
        ? scoped.OwningDisposeScope == this ? scoped.ScopeSlot : -1
        : owned.FindIndex(other => ReferenceEquals(other, disposable));

    // The last one takes the place of the one removed, so nothing is searched or shifted.
    private bool Remove(IDisposable disposable)
    {
        var index = IndexOf(disposable);
        if (index < 0) return false;
        var last = owned[^1];
        owned[index] = last;
        if (last is IScoped moved) moved.ScopeSlot = index;
        owned.RemoveAt(owned.Count - 1);
        if (disposable is IScoped scoped) scoped.OwningDisposeScope = null;
        return true;
    }
}
