namespace Workbook.Kernel.Interactive.Magics;

/// <summary>What a line such as <c>#!time</c> or <c>#r "library.dll"</c> does.</summary>
internal abstract class Magic
{
    /// <summary>How its line begins: <c>#!time</c>, <c>#r</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Its other names.</summary>
    public virtual string[] Aliases => [];

    /// <summary>One line for <c>#!lsmagic</c>.</summary>
    public abstract string Help { get; }

    /// <summary>It takes the lines below it, up to the next block, as its text.</summary>
    public virtual bool TakesBody => false;

    /// <summary>It acts before the code around it, wherever it stands.</summary>
    public virtual bool ComesFirst => false;

    /// <summary>Does it; a result is shown like a value.</summary>
    public abstract MimeBundle? Run(MagicCall call);
}
