// Figures and formulas are drawn by the scripts in assets/, when they are there; without them the page shows pictures and TeX.
(() => {
  const load = (file, ready) => {
    const script = document.createElement("script");
    script.src = `assets/${file}`;
    script.onload = ready;
    document.head.append(script);
  };
  const draw = () => {
    for (const figure of document.querySelectorAll(".figure")) {
      const value = JSON.parse(figure.querySelector("script").textContent);
      figure.replaceChildren();
      Plotly.newPlot(figure, { ...value, config: { responsive: true, displaylogo: false, ...value.config } });
    }
  };
  if (document.querySelector(".figure")) window.Plotly ? draw() : load("plotly.min.js", draw);
  if (document.querySelector(".math")) {
    window.MathJax = { tex: { inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"], ["$$", "$$"]] }, options: { processHtmlClass: "math", ignoreHtmlClass: "prose|code|output" } };
    load("mathjax.js", () => {});
  }
})();
