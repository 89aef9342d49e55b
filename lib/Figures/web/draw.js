// Draws a figure into a box, not wider than the page, and shows the thumbnails a figure may carry for its points.
window.workbookDraw ??= (plotly, box, figure) => {
  const { data, layout, config, frames } = JSON.parse(JSON.stringify(figure));
  const wanted = layout.width;
  const fitting = () => Math.max(200, Math.min(wanted, box.clientWidth || wanted));
  box.textContent = "";
  return plotly.newPlot(box, { data, layout: { ...layout, width: fitting() }, config, frames }).then(() => {
    new ResizeObserver(() => {
      if (box.isConnected && box.clientWidth && box._fullLayout.width !== fitting()) plotly.relayout(box, { width: fitting() });
    }).observe(box);
    const sheet = layout.meta?.thumbnails;
    if (!sheet) return;
    const picture = document.createElement("div");
    picture.style.cssText = "position:fixed;z-index:1000;display:none;pointer-events:none;image-rendering:pixelated;outline:1px solid #666" +
      `;width:${sheet.width}px;height:${sheet.height}px;transform:scale(${sheet.zoom});transform-origin:0 0;background-image:url(${sheet.source})`;
    document.body.append(picture);
    box.on("plotly_hover", ({ event, points: [{ customdata: number }] }) => {
      if (number === undefined) return;
      picture.style.backgroundPosition = `${-(number % sheet.columns) * sheet.width}px ${-Math.floor(number / sheet.columns) * sheet.height}px`;
      picture.style.left = `${event.clientX + 16}px`;
      picture.style.top = `${event.clientY + 16}px`;
      picture.style.display = "block";
    });
    box.on("plotly_unhover", () => { picture.style.display = "none"; });
  });
};
