// Draws a figure into a box, not wider than the page.
window.workbookDraw ??= (plotly, box, figure) => {
  const { data, layout, config, frames } = JSON.parse(JSON.stringify(figure));
  const wanted = layout.width;
  const fitting = () => Math.max(200, Math.min(wanted, box.clientWidth || wanted));
  box.textContent = "";
  return plotly.newPlot(box, { data, layout: { ...layout, width: fitting() }, config, frames }).then(() => {
    new ResizeObserver(() => {
      if (box.isConnected && box.clientWidth && box._fullLayout.width !== fitting()) plotly.relayout(box, { width: fitting() });
    }).observe(box);
  });
};
