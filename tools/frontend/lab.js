// JupyterLab and Notebook 7: a prebuilt extension written by hand, one MIME renderer for application/vnd.plotly.v1+json.
(() => {
  const mime = "application/vnd.plotly.v1+json";
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

  async function extension() {
    const [offer] = Object.values(shared["@lumino/widgets"]);
    const { Widget } = (await offer.get())();

    class Drawing extends Widget {
      async renderModel(model) {
        await ready();
        await window.workbookDraw(window.Plotly, this.node, model.data[mime]);
      }
    }

    return {
      id: "@workbook/figures:plotly",
      rendererFactory: { safe: true, mimeTypes: [mime], createRenderer: () => new Drawing() },
      rank: 0,
      dataType: "json"
    };
  }

  (window._JUPYTERLAB ??= {})["@workbook/figures"] = {
    init(scope) { shared = scope; },
    async get() {
      const found = { __esModule: true, default: await extension() };
      return () => found;
    }
  };
})();
