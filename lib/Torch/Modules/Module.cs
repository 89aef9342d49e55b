using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks: modules, their factories, losses and initial values.</summary>
    public static partial class nn
    {
        /// <summary>A part of a model: parameters that learn, buffers that do not, and the modules inside it.</summary>
        /// <remarks>
        /// Fields become components when <see cref="RegisterComponents"/> is called at the end of a constructor: modules become
        /// children, <see cref="Modules.Parameter"/>s parameters and other tensors buffers, each under its field's name.
        /// What is registered belongs to the module: it outlives the dispose scope it was made in and dies with the module.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Module> submodules = [];
            private readonly OrderedDictionary<string, Parameter> registeredParameters = [];
            private readonly OrderedDictionary<string, Buffer> registeredBuffers = [];
            private readonly string name;
            private bool componentsAreRegistered;

            private readonly record struct Buffer(Tensor Tensor, bool Persistent);

            /// <summary>A module without components, in training mode.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            /// <summary>Registers every field of this object that holds a module, a parameter or a tensor.</summary>
            protected virtual void RegisterComponents()
            {
                if (componentsAreRegistered) return;
                componentsAreRegistered = true;
                foreach (var field in ComponentFields(GetType())) RegisterField(field);
            }

            private void RegisterField(FieldInfo field)
            {
                var key = field.ComponentName();
                if (submodules.ContainsKey(key) || registeredParameters.ContainsKey(key) || registeredBuffers.ContainsKey(key)) return;
                switch (field.GetValue(this))
                {
                    case Tensor tensor when IsRegistered(tensor): break;       // by a property, under its own name
                    case Module module: register_module(key, module); break;
                    case Parameter parameter: register_parameter(key, parameter); break;
                    case Tensor tensor: register_buffer(key, tensor); break;
                }
            }

            // A derived class's own fields come before those of the classes it builds on; a hidden field counts once.
            [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Modules are made by their constructors, which keeps their fields.")]
            private static IEnumerable<FieldInfo> ComponentFields(Type? type)
            {
                var seen = new HashSet<string>();
                for (; type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                        if (field.DeclaringType != typeof(Module) && seen.Add(field.Name))
                            yield return field;
            }

            /// <summary>Makes a module a child of this one.</summary>
            /// <exception cref="ArgumentException">The name is empty or holds a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name)) throw new ArgumentException("A module's name must not be empty.", nameof(name));
                if (name.Contains('.')) throw new ArgumentException($"A module's name must not hold a dot, as '{name}' does: dots separate the levels of a state dict.", nameof(name));
                submodule.RegisterComponents();
                if (!submodules.TryAdd(name, submodule)) throw Taken("module", name);
            }

            /// <summary>Makes a module a child of this one.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Makes a tensor one of this module's parameters: what an optimiser changes.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!registeredParameters.TryAdd(name, Owned(param))) throw Taken("parameter", name);
            }

            /// <summary>Makes a tensor part of this module's state without making it learnable.</summary>
            /// <param name="name">Its key in the state dict.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether it is saved with the module.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!registeredBuffers.TryAdd(name, new(Owned(tensor), persistent))) throw Taken("buffer", name);
            }

            /// <summary>Registers a parameter, replaces the one of that name, or with null forgets it.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) registeredParameters.Remove(name);
                else registeredParameters[name] = Owned(value);
            }

            /// <summary>Registers a buffer, replaces the one of that name, or with null forgets it.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) registeredBuffers.Remove(name);
                else registeredBuffers[name] = new(Owned(value), persistent);
            }

            /// <summary>Registers the parameter a property is set to; the one it held is freed.</summary>
            private protected Parameter? Replaced(string name, Parameter? old, Parameter? value)
            {
                if (!ReferenceEquals(old, value)) old?.Dispose();
                ConditionallyRegisterParameter(name, value);
                return value;
            }

            /// <summary>Registers the buffer a property is set to; the one it held is freed.</summary>
            private protected Tensor? ReplacedBuffer(string name, Tensor? old, Tensor? value)
            {
                if (!ReferenceEquals(old, value)) old?.Dispose();
                ConditionallyRegisterBuffer(name, value);
                return value;
            }

            private bool IsRegistered(Tensor tensor) =>
                registeredParameters.Values.Any(parameter => ReferenceEquals(parameter, tensor)) ||
                registeredBuffers.Values.Any(buffer => ReferenceEquals(buffer.Tensor, tensor));

            /// <summary>Forgets every child; the modules themselves live on.</summary>
            protected void ClearModules() => submodules.Clear();

            private static T Owned<T>(T tensor) where T : Tensor
            {
                tensor.DetachFromDisposeScope();
                return tensor;
            }

            private static InvalidOperationException Taken(string kind, string name) => new($"A {kind} named '{name}' is already registered.");

            /// <summary>Frees the parameters and buffers of this module and of every module inside it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees what <see cref="Dispose()"/> frees when <paramref name="disposing"/>; tensors never disposed free themselves.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in registeredParameters.Values) parameter.Dispose();
                foreach (var buffer in registeredBuffers.Values) buffer.Tensor.Dispose();
                foreach (var (_, child) in named_children()) child.Dispose();
            }
        }
    }
}
