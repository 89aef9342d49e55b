// Figures, diagrams and formulas are drawn by the scripts in assets/, when they are there; without them the page shows pictures and TeX.
(() => {
  const contents = document.querySelector("nav details");
  if (contents && !matchMedia("(min-width: 88rem)").matches) contents.open = false;
  const load = (file, ready, missing) => {
    const script = document.createElement("script");
    script.src = `assets/${file}`;
    script.onload = ready;
    if (missing) script.onerror = missing;
    document.head.append(script);
  };
  const draw = () => {
    for (const figure of document.querySelectorAll(".figure")) {
      const value = JSON.parse(figure.querySelector("script").textContent), words = figure.querySelector("img")?.alt;
      if (words) { figure.setAttribute("role", "img"); figure.setAttribute("aria-label", words); }
      figure.replaceChildren();
      value.layout ??= {};
      value.config = { displaylogo: false, ...value.config };
      if (window.workbookDraw) workbookDraw(Plotly, figure, value);
      else Plotly.newPlot(figure, { ...value, config: { responsive: true, ...value.config } });
    }
  };
  // draw.js knows what our own figures can do besides, such as a picture for the point under the mouse
  const begin = () => load("draw.js", draw, draw);
  if (document.querySelector(".figure")) window.Plotly ? begin() : load("plotly.min.js", begin);
  if (document.querySelector(".mermaid")) load("mermaid.min.js", async () => {
    mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true });
    for (const [i, box] of document.querySelectorAll(".mermaid").entries()) {
      try { box.innerHTML = (await mermaid.render(`diagram-${i}`, box.textContent)).svg; } catch { /* what is no diagram stays as it was written */ }
    }
  });
  if (document.querySelector(".math")) {
    window.MathJax = { tex: { inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"], ["$$", "$$"]] }, options: { processHtmlClass: "math", ignoreHtmlClass: "prose|code|output" } };
    load("mathjax.js", () => {});
  }
})();
