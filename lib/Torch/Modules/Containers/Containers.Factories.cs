using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty chain, to which modules can be appended.</summary>
        public static Sequential Sequential() => new(Enumerable.Empty<(string, Module<Tensor, Tensor>)>());

        /// <summary>Named modules one after the other.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules.AsEnumerable());

        /// <summary>Modules one after the other, named "0", "1", ….</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential(modules.AsEnumerable());

        /// <summary>Named modules one after the other.</summary>
        public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) => Sequential(modules.AsEnumerable());

        /// <summary>Named modules one after the other.</summary>
        public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);

        /// <summary>Named modules one after the other.</summary>
        public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
            new(modules.Select(pair => (pair.Item1, pair.Item2)));

        /// <summary>Modules one after the other, named "0", "1", ….</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
            new(modules.Select((module, index) => ($"{index}", module)));

        /// <summary>A list of modules that is itself a module.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>A list of modules that is itself a module.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

        /// <summary>Named modules that are themselves a module.</summary>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => new(modules);

        /// <summary>Named modules that are themselves a module.</summary>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => new(modules);
    }
}
