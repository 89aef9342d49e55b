// JupyterLab and Notebook 7: a prebuilt extension written by hand, MIME renderers for application/vnd.plotly.v1+json and text/vnd.mermaid.
(() => {
  const mime = "application/vnd.plotly.v1+json";
  const diagram = "text/vnd.mermaid";
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  let shared;

  const load = file => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = here + file;
    script.onload = done;
    script.onerror = () => { failed(new Error(`${file} is missing: run tools/install-frontend`)); };
    document.head.append(script);
  });
  let loading;
  const ready = () => loading ??= Promise.all([load("draw.js"), window.Plotly ?? load("plotly.min.js")]);

  let diagrams = 0;
  let mermaid;
  const diagramReady = () => mermaid ??= load("mermaid.min.js");

  const isDark = () => document.body.dataset.jpThemeLight === "false";

  // The house colours by night; a scale from one colour to another keeps its own.
  const night = {
    "#222222": "#DDDDDD", "#666666": "#A8A8A8", "#E6E6E6": "#333333", "#D0D0D0": "#444444", "#A0A0A0": "#777777",
    "#000000": "#F0F0F0", "#FFFFFF": "#111111", "rgba(255,255,255,0.8)": "rgba(17,17,17,0.8)"
  };

  function dark(figure) {
    const turned = JSON.parse(JSON.stringify(figure), (key, value) => typeof value === "string" ? night[value] ?? value : value);
    const scales = (to, from) => {
      for (const key of Object.keys(from ?? {})) {
        if (key === "colorscale") to[key] = from[key];
        else if (typeof from[key] === "object") scales(to[key], from[key]);
      }
    };
    scales(turned, figure);
    const [bgcolor, bordercolor, color] = ["#222222", "#555555", "#8C8C8C"];
    const { layout } = (turned.layout.template ??= { layout: {} });
    layout.updatemenudefaults = { bgcolor, bordercolor, font: { color } };
    layout.sliderdefaults = { bgcolor, bordercolor, activebgcolor: "#444444", tickcolor: color };
    return turned;
  }

  async function extension() {
    const [offer] = Object.values(shared["@lumino/widgets"]);
    const { Widget } = (await offer.get())();

    class Drawing extends Widget {
      async renderModel(model) {
        const data = model.data[mime];
        this.figure = typeof data === "string" ? JSON.parse(data) : data;     // .NET Interactive's own program sends JSON as text
        this.themes ??= new MutationObserver(() => this.draw());
        this.themes.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
        await this.draw();
      }

      async draw() {
        await ready();
        if (this.isDisposed) return;
        if (this.box) window.Plotly.purge(this.box);
        this.node.replaceChildren(this.box = document.createElement("div"));
        await window.workbookDraw(window.Plotly, this.box, isDark() ? dark(this.figure) : this.figure);
      }

      dispose() {
        this.themes?.disconnect();
        if (this.box) window.Plotly.purge(this.box);
        super.dispose();
      }
    }

    class Diagram extends Widget {
      async renderModel(model) {
        await diagramReady();
        window.mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, theme: isDark() ? "dark" : "default" });
        this.node.innerHTML = (await window.mermaid.render(`workbook-diagram-${++diagrams}`, model.data[diagram])).svg;
      }
    }

    return [{
      id: "@workbook/figures:plotly",
      rendererFactory: { safe: true, mimeTypes: [mime], createRenderer: () => new Drawing() },
      rank: 0,
      dataType: "json"
    }, {
      id: "@workbook/figures:mermaid",
      rendererFactory: { safe: true, mimeTypes: [diagram], createRenderer: () => new Diagram() },
      rank: 0,
      dataType: "string"
    }];
  }

  (window._JUPYTERLAB ??= {})["@workbook/figures"] = {
    init(scope) { shared = scope; },
    async get() {
      const found = { __esModule: true, default: await extension() };
      return () => found;
    }
  };
})();
