using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other: each receives what the one before it returned.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> steps = [];

    /// <summary>The given modules in their order, named.</summary>
    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this((IEnumerable<(string, nn.Module<Tensor, Tensor>)>)modules) { }

    /// <summary>The given modules in their order, named "0", "1", ….</summary>
    protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this(modules.Select((module, index) => ($"{index}", module))) { }

    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) append(name, module);
    }

    /// <summary>Adds a module at the end, under a name.</summary>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        steps.Add((name, module));
        return this;
    }

    /// <summary>Adds a module at the end, under its number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append($"{steps.Count}", module);

    /// <summary>How many modules there are.</summary>
    public int Count => steps.Count;

    /// <summary>The module at a place.</summary>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => steps[index].Module;

    /// <summary>The modules from <c>start</c> up to but without <c>end</c>; the parameters are shared.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? steps.Count)];

    /// <summary>A range of the modules; the parameters are shared.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var part = new Sequential(Array.Empty<(string, nn.Module<Tensor, Tensor>)>());
            foreach (var (name, module) in steps[index]) part.append(name, module);
            return part;
        }
    }

    /// <summary>The last module's result; what lies between the modules is freed as soon as it has been used.</summary>
    public override Tensor forward(Tensor tensor)
    {
        if (steps.Count == 0) return tensor.alias();
        var current = tensor;
        foreach (var (_, module) in steps)
        {
            var next = module.call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }
}
