using System.Text.Json.Nodes;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>A notebook of the course for students of a course that uses nbgrader: its exercises carry nbgrader's metadata, and nothing has been run.</summary>
internal static class Release
{
    /// <summary>The file's text.</summary>
    /// <remarks>
    /// A cell of ours holds answer and check and never throws. To nbgrader that is an answer which a person grades (grade and solution): as
    /// an answer with tests it would give every student all points, because no cell of tests fails.
    /// </remarks>
    public static string Of(Notebook notebook)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode))
        {
            cell.Clear();
            if (cell.Exercise is not { } exercise) continue;
            var noted = cell.Metadata["nbgrader"] as JsonObject;
            cell.Metadata["nbgrader"] = new JsonObject
            {
                ["cell_type"] = "code",
                ["grade"] = true,
                ["grade_id"] = noted?["grade_id"]?.DeepClone() ?? exercise.Replace('.', '-'),
                ["locked"] = false,
                ["points"] = noted?["points"]?.DeepClone() ?? 1,
                ["schema_version"] = 3,
                ["solution"] = true,
                ["task"] = false,
            };
        }
        return notebook.ToText();
    }
}
