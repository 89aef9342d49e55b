// The default generator and the counts of live tensors belong to the whole process: tests take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
