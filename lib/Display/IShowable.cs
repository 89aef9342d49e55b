namespace Workbook.Display;

/// <summary>Something that can be shown: it knows its own formats and nothing of who shows them.</summary>
public interface IShowable
{
    /// <summary>This thing as it looks now.</summary>
    MimeBundle ToMime();
}
