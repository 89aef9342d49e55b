using System.Text.Json.Nodes;

namespace Workbook.Kernel.Tests;

/// <summary>Small notebooks, made in a folder of their own.</summary>
internal sealed class Example : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("workbook-").FullName;

    /// <summary>Writes a notebook of these cells and returns its path.</summary>
    public string Write(params JsonObject[] cells)
    {
        var path = Path.Combine(Folder, "example.ipynb");
        File.WriteAllText(path, new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
        return path;
    }

    public static JsonObject Code(string source, JsonObject? metadata = null) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = Guid.NewGuid().ToString("N")[..8],
        ["metadata"] = metadata ?? [],
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    public static JsonObject Prose(string source) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = Guid.NewGuid().ToString("N")[..8],
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
