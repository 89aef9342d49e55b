namespace Workbook.Kernel.Cells;

/// <summary>A thing of the kernel's own that says itself how it is shown, and differently from one to the next: a widget.</summary>
internal interface IShowsItself
{
    /// <summary>As it looks now.</summary>
    MimeBundle ToMime();
}
