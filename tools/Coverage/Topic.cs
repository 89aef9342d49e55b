using System.Text.Json;

namespace Workbook.Coverage;

/// <summary>A topic of the course, and where the plan puts it.</summary>
/// <param name="Number">Its number in the course's list.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Notebook">The two digits of the notebook that treats it.</param>
/// <param name="Types">Library types it is made of, as <c>Room.Type</c>.</param>
/// <param name="Tests">Tests that hold them to their word, as <c>Room.Class</c>.</param>
public sealed record Topic(int Number, string Title, string Notebook, string[] Types, string[] Tests)
{
    /// <summary>The course's list, <c>notebooks/topics.json</c>.</summary>
    public static IReadOnlyList<Topic> All(string file) =>
        JsonSerializer.Deserialize<List<Topic>>(File.ReadAllText(file), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"{file}: expected a list of topics, found null.");
}
