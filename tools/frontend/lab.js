// JupyterLab and Notebook 7: a prebuilt extension written by hand, one MIME renderer for application/vnd.plotly.v1+json.
(() => {
  const mime = "application/vnd.plotly.v1+json";
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  let shared;

  const plotly = () => window.workbookPlotly ??= window.Plotly ? Promise.resolve(window.Plotly) : new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${here}plotly.min.js`;
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error("plotly.min.js is missing: run tools/fetch-assets"));
    document.head.append(script);
  });

  async function widgets() {
    const offers = Object.values(shared["@lumino/widgets"]);
    return (await offers[0].get())();
  }

  async function extension() {
    const { Widget } = await widgets();

    class Drawing extends Widget {
      async renderModel(model) {
        const p = await plotly();
        const { data, layout, config, frames } = structuredClone(model.data[mime]);
        await p.react(this.node, data, layout, config);
        if (frames) await p.addFrames(this.node, frames);
      }
      onResize() { if (this.node.data) window.Plotly.Plots.resize(this.node); }
      onAfterShow() { this.onResize(); }
    }

    return {
      default: {
        id: "@workbook/figures:plotly",
        rendererFactory: { safe: true, mimeTypes: [mime], createRenderer: () => new Drawing() },
        rank: 0,
        dataType: "json"
      }
    };
  }

  const modules = {
    "./mimeExtension": async () => { const module = { __esModule: true, ...await extension() }; return () => module; }
  };
  (window._JUPYTERLAB ??= {})["@workbook/figures"] = {
    init(scope) { shared = scope; },
    get(name) { return modules[name] ? modules[name]() : Promise.reject(new Error(`${name}: no such module`)); }
  };
})();
