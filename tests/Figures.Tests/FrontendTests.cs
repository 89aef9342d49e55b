using System.Diagnostics;

namespace Workbook.Figures.Tests;

/// <summary>What tools/install-frontend lays out for Jupyter's pages, on pages that do to it what Jupyter does.</summary>
[Collection(Chromium.Collection)]
public sealed class FrontendTests(Chromium chromium)
{
    private static readonly string Figure3 = Figure.Line([1, 2, 3]).ToJson();

    [SkippableFact]
    public async Task JupyterLab_loads_the_extension_as_a_module_container_and_draws_with_its_own_widgets()
    {
        var files = Install();
        await using var open = await chromium.Open("lab", $$"""
            <script src="file://{{files}}/labextensions/@workbook/figures/static/remoteEntry.js"></script>
            <script type="module">
              class Widget { constructor() { this.node = document.createElement("div"); document.body.append(this.node); } }
              const container = window._JUPYTERLAB["@workbook/figures"];
              await container.init({ "@lumino/widgets": { "2.3.0": { get: async () => () => ({ Widget }) } } });
              const mime = "application/vnd.plotly.v1+json";
              const extensions = (await container.get("./mimeExtension"))().default;
              const { rendererFactory } = extensions.find(each => each.rendererFactory.mimeTypes.includes(mime));
              await rendererFactory.createRenderer({}).renderModel({ data: { [mime]: {{Figure3}} } });
            </script>
            """);
        await open.Page.Locator(".main-svg").First.WaitForAsync();
        Assert.Empty(open.Complaints);
    }

    [SkippableFact]
    public async Task The_classic_notebook_registers_the_renderer_and_draws_saved_figures_again()
    {
        var files = Install();
        await using var open = await chromium.Open("classic", $$"""
            <script>
              document.body.dataset.baseUrl = "file://{{files}}/";
              const shown = {};
              class OutputArea {
                outputs = [{ data: { "application/vnd.plotly.v1+json": {{Figure3}} } }];
                create_output_subarea() { return document.createElement("section"); }
                register_mime_type(mime, append) { shown[mime] = append; }
                toJSON() { return this.outputs; }
                clear_output() {}
                fromJSON(saved) { for (const { data } of saved) for (const mime in data) shown[mime].call(this, data[mime], {}, document.body); }
              }
              const area = new OutputArea();
              const Jupyter = { notebook: { _fully_loaded: true, get_cells: () => [{ output_area: area, metadata: {} }, {}] } };
              window.define = (needs, make) => { make(Jupyter, { OutputArea }, { CodeCell: class { execute() { } } }).load_ipython_extension(); };
            </script>
            <script src="file://{{files}}/nbextensions/workbook/main.js"></script>
            """);
        await open.Page.Locator("section .main-svg").First.WaitForAsync();
        Assert.Empty(open.Complaints);
    }

    private static string Install()
    {
        Skip.IfNot(Chromium.Missing is null, Chromium.Missing);
        var folder = Path.Combine(Chromium.Pictures, "frontend");
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Chromium.Root, "tools/install-frontend"), [folder]) { RedirectStandardError = true })!;
        var said = script.StandardError.ReadToEnd();
        script.WaitForExit();
        Assert.True(script.ExitCode == 0, said);
        return folder;
    }
}
