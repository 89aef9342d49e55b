using System.Text.Json.Nodes;

namespace Workbook.Classroom.Tests;

/// <summary>A course of one notebook with exercises that all ask for 42, and notebooks that students make of it.</summary>
internal static class SmallCourse
{
    public const string Right = "42";
    private const string Setup = """
        #r "../artifacts/bin/Workbook.Course/release/Workbook.Course.dll"
        #r "../artifacts/bin/Workbook.Course/release/TorchSharp.dll"
        #r "../artifacts/bin/Workbook.Course/release/Workbook.Display.dll"
        using Workbook.Course;
        using Workbook.Display;
        var wanted = 42;
        """;

    /// <summary>The notebook: a cell that prepares, and an exercise a name.</summary>
    public static JsonObject Notebook(params string[] names) => Whole([Code("prepare", Setup), .. names.Select(name => Exercise(name, Scaffold(name)))]);

    /// <summary>The notebook with answers: for each name the body of its function, or code that declares the function.</summary>
    public static JsonObject Answered(params (string Name, string Answer)[] answers) => Whole(Cells(answers));

    /// <summary>Its cells.</summary>
    public static List<JsonObject> Cells(params (string Name, string Answer)[] answers) =>
        [Code("prepare", Setup), .. answers.Select(answer => Exercise(answer.Name, Function(answer.Name, answer.Answer)))];

    public static JsonObject Whole(IEnumerable<JsonObject> cells) => new()
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    public static JsonObject Code(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    /// <summary>The cell of an exercise, with this in place of its scaffold.</summary>
    public static JsonObject Exercise(string name, string answer)
    {
        var cell = Code("id-" + name, $$"""
            {{answer}}

            int Limit{{name}}() => wanted;
            Check.Equal("t.{{name}}", () => {{name}}(), Limit{{name}}(), question: "How much?", step: "More.", because: "So it is. It has to be.");
            """);
        cell["metadata"]!["workbook"] = new JsonObject { ["exercise"] = "t." + name };
        return cell;
    }

    private static string Scaffold(string name) => $"int {name}() => throw new NotImplementedException(\"Replace this line.\");";

    // The body is a value, or statements.
    private static string Function(string name, string answer) => answer.Contains($" {name}(", StringComparison.Ordinal) ? answer
        : answer.Contains(';') ? $"int {name}()\n{{\n    {answer}\n}}" : $"int {name}() => {answer};";
}
