namespace TorchSharp;

/// <summary>What a dispose scope can own and find again without searching.</summary>
internal interface IScoped : IDisposable
{
    /// <summary>The scope that will dispose this, if any.</summary>
    DisposeScope? OwningDisposeScope { get; set; }

    /// <summary>Where the scope keeps this.</summary>
    int ScopeSlot { get; set; }
}
