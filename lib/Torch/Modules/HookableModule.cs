namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that can be watched, and its input and output changed, each time it is called.</summary>
        /// <typeparam name="TPreHook">Sees the module and its input; what it returns, unless null, replaces the input.</typeparam>
        /// <typeparam name="TPostHook">Sees the module, its input and output; what it returns, unless null, replaces the output.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly List<object> before = [], after = [];

            /// <inheritdoc cref="Module(string)"/>
            protected HookableModule(string name) : base(name) { }

            /// <summary>Calls a hook after every forward pass, until removed.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => new(after, hook!);

            /// <summary>Calls a hook after every forward pass, until removed.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => new(after, hook);

            /// <summary>Calls a hook before every forward pass, until removed.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => new(before, hook!);

            /// <summary>Calls a hook before every forward pass, until removed.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => new(before, hook);

            private protected bool HasHooks => before.Count + after.Count > 0;

            private protected IEnumerable<TPreHook> Before()
            {
                Notify(before);
                return before.OfType<TPreHook>();
            }

            private protected IEnumerable<TPostHook> After() => after.OfType<TPostHook>();

            private protected void Done() => Notify(after);

            private void Notify(List<object> hooks)
            {
                foreach (var hook in hooks.OfType<Action<Module>>()) hook(this);
            }

            /// <summary>Takes a hook off again.</summary>
            public class HookRemover
            {
                private readonly List<object> hooks;
                private readonly object hook;

                internal HookRemover(List<object> hooks, object hook)
                {
                    (this.hooks, this.hook) = (hooks, hook);
                    hooks.Add(hook);
                }

                /// <summary>From now on the hook is not called.</summary>
                public void remove() => hooks.Remove(hook);
            }
        }
    }
}
