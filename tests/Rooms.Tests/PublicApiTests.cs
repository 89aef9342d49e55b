namespace Workbook.Rooms.Tests;

/// <summary>What each room shows to the others is recorded as text, so that a change of it is seen and meant.</summary>
public sealed class PublicApiTests
{
    private static readonly bool Recording = Environment.GetEnvironmentVariable("WORKBOOK_RECORD") == "1";

    [Theory]
    [InlineData("Display")]
    [InlineData("Figures")]
    [InlineData("Engine")]
    [InlineData("Models")]
    [InlineData("Data")]
    [InlineData("Training")]
    [InlineData("Evaluation")]
    [InlineData("Course")]
    [InlineData("Kernel.Cells")]
    [InlineData("Kernel.Notebooks")]
    [InlineData("Kernel.Evaluator")]
    [InlineData("Kernel.Jupyter")]
    [InlineData("Kernel.Interactive")]
    [InlineData("Kernel.Headless")]
    public void The_public_face_of_a_room_is_the_recorded_one(string room)
    {
        var file = Repository.At("tests", "Rooms.Tests", "PublicApi", $"{room}.txt");
        var now = Signature.Of(RoomAssembly.Load(room));
        if (Recording) Record(file, now);
        var recorded = File.Exists(file) ? File.ReadAllText(file) : "";
        var (gone, come) = (Lines(recorded).Except(Lines(now)).ToList(), Lines(now).Except(Lines(recorded)).ToList());
        Assert.True(now == recorded, $"""
            The public face of {room} has changed. If that is meant: WORKBOOK_RECORD=1 ./workbook test Rooms, and commit the difference.
            {string.Join('\n', gone.Select(line => "- " + line).Concat(come.Select(line => "+ " + line)).Take(40))}
            """);
    }

    private static string[] Lines(string text) => text.Split('\n');

    private static void Record(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".partial", text);
        File.Move(file + ".partial", file, overwrite: true);
    }
}
