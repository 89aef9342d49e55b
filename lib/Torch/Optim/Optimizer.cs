using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What changes parameters so that a loss falls, and what changes its step size over time.</summary>
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients, one step at a time.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters and their options.</summary>
            protected IList<ParamGroup> _parameter_groups = [];

            /// <summary>The groups, as far as schedules of the learning rate are concerned.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>All parameters.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Sets every gradient to zero; call it before each backward pass, which adds to what is there.</summary>
            public abstract void zero_grad();

            /// <summary>Changes the parameters once.</summary>
            /// <param name="closure">Computes the loss and its gradients first, where given.</param>
            /// <returns>What the closure returned.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Adds parameters, with options of their own where the group has some.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Frees what the optimiser remembers; the parameters live on.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing) { }

            /// <summary>Options and memory of an optimiser, by reference.</summary>
            public class StateDictionary
            {
                internal StateDictionary() { }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>What is remembered of each parameter, group by group.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the places of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>Has a learning rate that can be changed.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate now.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate at the start.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Has a momentum that can be changed.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step in the next.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Has decay rates that can be changed.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the averages of gradients and of their squares.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
