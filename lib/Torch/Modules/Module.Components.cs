using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The modules directly inside this one, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => submodules.Select(pair => (pair.Key, pair.Value));

            /// <summary>The modules directly inside this one.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>Every module inside this one, at any depth, under its dotted name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                var children = named_children().ToList();
                foreach (var child in children) yield return child;
                foreach (var (name, child) in children)
                    foreach (var (inner, module) in child.named_modules())
                        yield return ($"{name}.{inner}", module);
            }

            /// <summary>Every module inside this one, at any depth.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(named => named.module);

            /// <summary>The parameters, each once, with their dotted names.</summary>
            /// <param name="recurse">Whether those of the modules inside count too.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                OncePerTensor(registeredParameters.Select(pair => (pair.Key, pair.Value)), recurse, child => child.named_parameters(true));

            /// <summary>The parameters, each once.</summary>
            /// <param name="recurse">Whether those of the modules inside count too.</param>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(named => named.parameter);

            /// <summary>The buffers, each once, with their dotted names.</summary>
            /// <param name="recurse">Whether those of the modules inside count too.</param>
            /// <param name="include_nonpersistent">Whether those that are not saved count too.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) =>
                OncePerTensor(
                    registeredBuffers.Where(pair => include_nonpersistent || pair.Value.Persistent).Select(pair => (pair.Key, pair.Value.Tensor)),
                    recurse, child => child.named_buffers(true, include_nonpersistent));

            /// <summary>The buffers, each once.</summary>
            /// <param name="recurse">Whether those of the modules inside count too.</param>
            /// <param name="include_nonpersistent">Whether those that are not saved count too.</param>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            // A tensor that two modules share (tied weights) is listed once, under the first of its names.
            private IEnumerable<(string, T)> OncePerTensor<T>(IEnumerable<(string, T)> own, bool recurse, Func<Module, IEnumerable<(string, T)>> inside) where T : Tensor
            {
                var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
                foreach (var (name, tensor) in own.ToList())
                    if (seen.Add(tensor)) yield return (name, tensor);
                if (!recurse) yield break;
                foreach (var (child, module) in named_children().ToList())
                    foreach (var (name, tensor) in inside(module))
                        if (seen.Add(tensor)) yield return ($"{child}.{name}", tensor);
            }

            /// <summary>The parameter of a dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Find(target, (module, key) => module.registeredParameters.GetValueOrDefault(key));

            /// <summary>The buffer of a dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Find(target, (module, key) => module.registeredBuffers.TryGetValue(key, out var buffer) ? buffer.Tensor : null);

            /// <summary>Whether a parameter of that dotted name exists.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether a buffer of that dotted name exists.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private T? Find<T>(string target, Func<Module, string, T?> look) where T : class
            {
                var dot = target.IndexOf('.');
                if (dot < 0) return look(this, target);
                var child = named_children().FirstOrDefault(child => child.name == target[..dot]).module;
                return child?.Find(target[(dot + 1)..], look);
            }

            /// <summary>Calls a function on every module inside this one, children first, then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Whether the module is in training mode, where Dropout drops and BatchNorm looks at the batch.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Puts this module and those inside it into training mode, or out of it.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children()) child.train(train);
            }

            /// <summary>Puts this module and those inside it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the parameters' gradients, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var grad = parameter.grad;
                    if (grad is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else grad.zero_();
                }
            }
        }
    }
}
