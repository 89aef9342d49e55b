using System.Text.Json.Nodes;

namespace Workbook.Widgets;

/// <summary>A widget that can be seen. Where nobody could answer (a notebook run unattended) it shows how it looks at first.</summary>
public abstract class DOMWidget : Widget, IShowsItself
{
    private protected DOMWidget(WidgetModel model, Style? style = null) : base(model)
    {
        Declare("layout", new Layout());
        if (style is not null) Declare("style", style);
        Declare("tooltip", null);
        Declare("tabbable", null);
        Declare("_dom_classes", Array.Empty<string>());
    }

    /// <summary>Its size and its place among others.</summary>
    public Layout Layout { get => Get<Layout>(); set => Set(value); }

    /// <summary>What is said of it when the mouse rests on it.</summary>
    public string? Tooltip { get => Get<string?>(); set => Set(value); }

    /// <summary>The view of its twin; where there is no page, its picture. The first time makes the twin.</summary>
    public MimeBundle ToMime()
    {
        if (ICommOutput.Current is not { } output)
        {
            Prepare();
            return Picture();
        }
        Open(output);
        output.Comms.Show(this, output);
        return Picture().With(Dialect.View, new JsonObject { ["version_major"] = 2, ["version_minor"] = 0, ["model_id"] = Id });
    }

    /// <summary>How it looks where widgets cannot be shown.</summary>
    private protected virtual MimeBundle Picture() => MimeBundle.Plain(ToString());
}
