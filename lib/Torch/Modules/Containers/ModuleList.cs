using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules that is itself a module: what it holds is registered under "0", "1", ….</summary>
/// <remarks>Fill it before the module that owns it calls <c>RegisterComponents</c>: what is added later is not registered.</remarks>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> list;
    private bool isRegistered;

    /// <summary>The given modules in their order.</summary>
    public ModuleList(params T[] modules) : base("ModuleList") => list = [.. modules];

    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
        if (isRegistered) return;
        isRegistered = true;
        for (var i = 0; i < list.Count; i++) register_module($"{i}", list[i]);
    }

    /// <summary>The module at a place.</summary>
    public T this[int index]
    {
        get => list[index];
        set => list[index] = value;
    }

    /// <summary>How many modules there are.</summary>
    public int Count => list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item) => list.Add(item);

    /// <summary>Adds modules at the end.</summary>
    public void append(params T[] parameters) => list.AddRange(parameters);

    /// <summary>Adds modules at the end.</summary>
    public void extend(IEnumerable<T> modules) => list.AddRange(modules);

    /// <summary>Puts a module before the one at a place.</summary>
    public void Insert(int index, T item) => list.Insert(index, item);

    /// <summary>Takes a module out.</summary>
    public bool Remove(T item) => list.Remove(item);

    /// <summary>Takes the module at a place out.</summary>
    public void RemoveAt(int index) => list.RemoveAt(index);

    /// <summary>Takes all out.</summary>
    public void Clear() => list.Clear();

    /// <summary>Whether a module is in the list.</summary>
    public bool Contains(T item) => list.Contains(item);

    /// <summary>The place of a module, or −1.</summary>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <summary>Copies the references into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>The modules in their order.</summary>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
