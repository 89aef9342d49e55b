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
  const diagramReady = () => mermaid ??= load("mermaid.min.js").then(() => window.mermaid.initialize({ startOnLoad: false }));

  async function extension() {
    const [offer] = Object.values(shared["@lumino/widgets"]);
    const { Widget } = (await offer.get())();

    class Drawing extends Widget {
      async renderModel(model) {
        await ready();
        await window.workbookDraw(window.Plotly, this.node, model.data[mime]);
      }
    }

    class Diagram extends Widget {
      async renderModel(model) {
        await diagramReady();
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
