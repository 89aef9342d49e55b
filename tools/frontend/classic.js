// Classic notebook: draws application/vnd.plotly.v1+json, and text/vnd.mermaid (the diagrams of #!mermaid), so that a saved notebook needs no second copy of a figure as HTML.
define(["base/js/namespace", "notebook/js/outputarea", "notebook/js/codecell"], (Jupyter, outputs, { CodeCell }) => {
  const mime = "application/vnd.plotly.v1+json";
  const diagram = "text/vnd.mermaid";

  const load = file => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${document.body.dataset.baseUrl}nbextensions/workbook/${file}`;
    script.onload = done;
    script.onerror = () => { failed(new Error(`${file} is missing: run tools/install-frontend`)); };
    document.head.append(script);
  });
  const ready = Promise.all([load("draw.js"), window.Plotly ?? load("plotly.min.js")]);

  function append(data, metadata, element) {
    const figure = typeof data === "string" ? JSON.parse(data) : data;      // .NET Interactive's own program sends JSON as text
    const area = this.create_output_subarea(metadata, "output_plotly", mime);
    const box = document.createElement("div");
    area.append(box);
    element.append(area);
    ready.then(() => window.workbookDraw(window.Plotly, box, figure)).catch(error => { box.textContent = error.message; });
    return area;
  }

  let diagrams = 0;
  let mermaid;
  // Mermaid looks for an AMD loader and finds the notebook's: it must not.
  const diagramReady = () => mermaid ??= (async () => {
    const amd = window.define;
    window.define = undefined;
    try { await load("mermaid.min.js"); } finally { window.define = amd; }
    window.mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true });
  })();

  function appendDiagram(text, metadata, element) {
    const area = this.create_output_subarea(metadata, "output_mermaid", diagram);
    const box = document.createElement("div");
    area.append(box);
    element.append(area);
    diagramReady().then(() => window.mermaid.render(`workbook-diagram-${++diagrams}`, text))
      .then(drawn => { box.innerHTML = drawn.svg; })
      .catch(error => { box.textContent = error.message; });
    return area;
  }

  // Notebooks of VS Code keep a cell's language in its metadata. JupyterLab sends those with the cell; this page has to be told.
  const execute = CodeCell.prototype.execute;
  function executeInItsLanguage(...options) {
    const { kernel, metadata: { dotnet_interactive, polyglot_notebook } } = this;
    if (kernel && (dotnet_interactive || polyglot_notebook)) {
      const send = kernel.send_shell_message;
      kernel.send_shell_message = (type, content, callbacks, metadata, buffers) =>
        send.call(kernel, type, content, callbacks, { dotnet_interactive, polyglot_notebook, ...metadata }, buffers);
    }
    try { return execute.apply(this, options); } finally { if (kernel) delete kernel.send_shell_message; }
  }

  // Figures saved in this notebook were shown, as pictures, before this file was read: show them again.
  function redraw() {
    for (const { output_area: area, metadata } of Jupyter.notebook.get_cells()) {
      if (!area?.outputs.some(output => output.data?.[mime] || output.data?.[diagram])) continue;
      const saved = area.toJSON();
      area.clear_output(false, true);
      area.fromJSON(saved, metadata);
    }
  }

  return {
    load_ipython_extension() {
      CodeCell.prototype.execute = executeInItsLanguage;
      outputs.OutputArea.prototype.register_mime_type(mime, append, { safe: true, index: 0 });
      outputs.OutputArea.prototype.register_mime_type(diagram, appendDiagram, { safe: true, index: 0 });
      if (Jupyter.notebook?._fully_loaded) redraw();
      else Jupyter.notebook?.events.one("notebook_loaded.Notebook", redraw);
    }
  };
});
