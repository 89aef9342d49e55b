// Finds plotly.js near the page, never on the network at large, and draws every copy of the figure that is not drawn yet.
window.workbookFind ??= async (key, figure) => {
  const near = () => {
    const classic = document.body.dataset.baseUrl;
    const lab = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "null");
    return [
      classic && `${classic}nbextensions/workbook/plotly.min.js`,
      lab && `${lab.fullLabextensionsUrl ?? `${lab.baseUrl}lab/extensions`}/@workbook/figures/static/plotly.min.js`,
      "assets/plotly.min.js"
    ].filter(Boolean);
  };
  const load = url => new Promise(done => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = script.onerror = () => { done(window.Plotly); };
    document.head.append(script);
  });
  const find = async () => {
    for (const url of near()) if (window.Plotly ?? await load(url)) break;
    return window.Plotly;
  };
  const plotly = await (window.workbookPlotly ??= Promise.resolve(window.Plotly ?? find()));
  for (let wait = 0; wait < 100; wait++) {
    const boxes = document.querySelectorAll(`[data-figure="${key}"]:not([data-drawn])`);
    for (const box of boxes) {
      box.dataset.drawn = plotly ? "yes" : "no";
      if (plotly) workbookDraw(plotly, box, figure);
      else box.insertAdjacentHTML("beforeend", "<p>To see this figure, run <code>./workbook lab</code>, or put <code>plotly.min.js</code> into <code>assets/</code> beside this page.</p>");
    }
    if (boxes.length) return;
    await new Promise(soon => { setTimeout(soon, 50); });
  }
};
