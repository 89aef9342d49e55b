using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Named modules in the order they were added; itself a module, in which they are registered under their names.</summary>
/// <remarks>Fill it before the module that owns it calls <c>RegisterComponents</c>: what is added later is not registered.</remarks>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : nn.Module
{
    private readonly OrderedDictionary<string, T> entries = [];
    private bool isRegistered;

    /// <summary>An empty dictionary.</summary>
    public ModuleDict() : base("ModuleDict") { }

    internal ModuleDict((string, T)[] modules) : this()
    {
        foreach (var item in modules) Add(item);
    }

    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
        if (isRegistered) return;
        isRegistered = true;
        foreach (var (name, module) in entries) register_module(name, module);
    }

    /// <summary>The module of a name.</summary>
    public T this[string key]
    {
        get => entries[key];
        set => entries[key] = value;
    }

    /// <summary>The name and module at a place.</summary>
    public (string, T) this[int index]
    {
        get
        {
            var (key, value) = entries.GetAt(index);
            return (key, value);
        }
        set => entries.SetAt(index, value.Item1, value.Item2);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names in order.</summary>
    public ICollection<string> Keys => entries.Keys;

    /// <summary>The modules in order.</summary>
    public ICollection<T> Values => entries.Values;

    /// <summary>The names in order.</summary>
    public IEnumerable<string> keys() => entries.Keys;

    /// <summary>The modules in order.</summary>
    public IEnumerable<T> values() => entries.Values;

    /// <summary>The names and modules in order.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>Adds a module under a name that is not yet taken.</summary>
    public void Add(string key, T value) => entries.Add(key, value);

    /// <summary>Adds a module under a name that is not yet taken.</summary>
    public void Add((string, T) item) => entries.Add(item.Item1, item.Item2);

    /// <summary>Adds a module under a name that is not yet taken.</summary>
    public void Add(KeyValuePair<string, T> item) => entries.Add(item.Key, item.Value);

    /// <summary>Puts a named module before the one at a place.</summary>
    public void Insert(int index, (string, T) item) => entries.Insert(index, item.Item1, item.Item2);

    /// <summary>Whether a name is taken.</summary>
    public bool ContainsKey(string key) => entries.ContainsKey(key);

    /// <summary>The module of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

    /// <summary>Takes the module of a name out.</summary>
    public bool Remove(string key) => entries.Remove(key);

    /// <summary>Takes the module at a place out.</summary>
    public void RemoveAt(int index) => entries.RemoveAt(index);

    /// <summary>Takes all out.</summary>
    public void clear() => entries.Clear();

    /// <summary>Takes all out.</summary>
    public void Clear() => entries.Clear();

    /// <summary>Whether this module is here under this name.</summary>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <summary>Whether this module is here under this name.</summary>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <summary>The place of a module that is here under this name, or −1.</summary>
    public int IndexOf((string, T) item) =>
        entries.TryGetValue(item.Item1, out var module) && ReferenceEquals(module, item.Item2) ? entries.IndexOf(item.Item1) : -1;

    /// <summary>Takes a module out if it is here under this name.</summary>
    public bool Remove((string, T) item) => Contains(item) && entries.Remove(item.Item1);

    /// <summary>Takes a module out if it is here under this name.</summary>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Copies names and references into an array.</summary>
    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        foreach (var item in this) array[arrayIndex++] = item;
    }

    /// <summary>Copies names and references into an array.</summary>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, T>>)entries).CopyTo(array, arrayIndex);

    /// <summary>The names and modules in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => entries.Select(pair => (pair.Key, pair.Value)).GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
