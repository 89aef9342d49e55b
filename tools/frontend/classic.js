// Classic notebook: draws application/vnd.plotly.v1+json, so that saved notebooks need no second copy of a figure as HTML.
define(["base/js/namespace", "notebook/js/outputarea"], (Jupyter, outputs) => {
  const mime = "application/vnd.plotly.v1+json";

  const plotly = () => window.workbookPlotly ??= window.Plotly ? Promise.resolve(window.Plotly) : new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `${document.body.dataset.baseUrl}nbextensions/workbook/plotly.min.js`;
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error("plotly.min.js is missing: run tools/fetch-assets"));
    document.head.append(script);
  });

  function append(figure, metadata, element) {
    const area = this.create_output_subarea(metadata, "output_plotly", mime);
    const box = document.createElement("div");
    area.append(box);
    element.append(area);
    plotly().then(p => p.newPlot(box, structuredClone(figure)), error => { box.textContent = error.message; });
    return area;
  }

  const register = () => outputs.OutputArea.prototype.register_mime_type(mime, append, { safe: true, index: 0 });

  return {
    load_ipython_extension() {
      register();
      // Figures saved in this notebook were drawn before we were asked: draw them again.
      const redraw = () => Jupyter.notebook.get_cells()
        .filter(cell => cell.output_area?.outputs.some(output => output.data?.[mime]))
        .forEach(cell => {
          const saved = cell.output_area.toJSON();
          cell.output_area.clear_output(false, true);
          cell.output_area.fromJSON(saved, cell.metadata);
        });
      if (Jupyter.notebook?._fully_loaded) redraw();
      else Jupyter.notebook?.events.one("notebook_loaded.Notebook", redraw);
    }
  };
});
