using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>What runs for a submission: the course's cells in their order, the student's answers under the course's checks, and the student's own cells where they stand.</summary>
internal sealed class Plan
{
    private readonly CourseNotebook course;
    private readonly Pairs pairs;
    private readonly bool ownCells;
    private readonly List<Step> steps = [];
    private readonly List<string> remarks = [];
    private readonly List<AnsweredExercise> exercises = [];

    /// <summary>Lays out what runs.</summary>
    /// <param name="course">The notebook that the submission answers.</param>
    /// <param name="submission">What was handed in.</param>
    /// <param name="ownCells">Whether cells of the course that the student changed run as the student has them.</param>
    public Plan(CourseNotebook course, Notebook submission, bool ownCells)
    {
        (this.course, this.ownCells) = (course, ownCells);
        pairs = new(course, submission);
        AddExtras(after: -1);
        for (var place = 0; place < course.Cells.Count; place++)
        {
            if (course.Exercises.FirstOrDefault(exercise => exercise.Cell == course.Cells[place]) is { } exercise) AddExercise(exercise);
            else AddCell(place);
            AddExtras(after: place);
        }
    }

    public IReadOnlyList<Step> Steps => steps;
    public IReadOnlyList<AnsweredExercise> Exercises => exercises;

    /// <summary>What was found about the submission as a whole, a sentence each.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    private void AddCell(int place)
    {
        var (cell, own) = (course.Cells[place], pairs.OwnOf(place));
        var name = $"cell {course.Notebook.Cells.ToList().IndexOf(cell) + 1}";
        var changed = own is not null && Plain(own.Source) != Plain(cell.Source);
        if (own is null) remarks.Add($"The course's {name} is missing; it was run all the same.");
        else if (changed) remarks.Add($"The course's {name} was changed; it was run {(ownCells ? "as the student has it" : "as the course has it")}.");
        var source = changed && ownCells ? own! : cell;
        steps.Add(new(StepKind.Course, name, source.Source, Language: source.Language, MayFail: source.MayFail || ownCells && changed));
        if (changed && !ownCells && Added(new(own!.Source), new(cell.Source)) is { Length: > 0 } added) AddExtra($"what was added to {name}", added, own!.Language);
    }

    // Functions and types that a student put beside the course's own code: answers may stand on them.
    private static string Added(CellCode own, CellCode cell) => string.Join('\n', own.Members
        .Where(member => member is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax || member is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax })
        .Where(member => !new CellCode(member.ToString()).DeclaredForOthers.Overlaps(cell.DeclaredForOthers))
        .Select(member => member.ToString()));

    private void AddExtras(int after)
    {
        foreach (var (place, cell) in pairs.Extras(after)) AddExtra($"the student's cell {place + 1}", cell.Source, cell.Language);
    }

    private void AddExtra(string name, string source, string? language)
    {
        if (!string.IsNullOrWhiteSpace(source)) steps.Add(new(StepKind.Extra, name, source, Language: language));
    }

    private void AddExercise(CourseExercise exercise)
    {
        var candidates = pairs.CandidatesFor(exercise);
        var (place, cell) = candidates.LastOrDefault(candidate => new CellCode(candidate.Cell.Source).Scaffold.Count == 0, candidates.LastOrDefault((Place: -1, Cell: null!)));
        var code = new CellCode(cell?.Source ?? "");
        var answered = new AnsweredExercise(exercise, place, code.Without(code.Checks).Trim('\n', '\r'), Barrier(cell));
        if (candidates.Count > 1) answered.Notes.Add($"{candidates.Count} cells answer this exercise; the last one that was begun counts.");
        exercises.Add(answered);
        if (cell is null || answered.Barrier is not null) return;
        Suspect(answered, code);
        steps.Add(new(StepKind.Answer, exercise.Name, answered.Code, answered));
        steps.Add(new(StepKind.Check, exercise.Name, CheckOf(exercise.Code, code), answered));
    }

    private void Suspect(AnsweredExercise answered, CellCode code)
    {
        var exercise = answered.Exercise.Code;
        var check = new CellCode(exercise.Without(exercise.Scaffold));
        answered.Signs.AddRange(Tampering.Signs(code, check, exercise.DeclaredForOthers));
        foreach (var extra in steps.Where(step => step.Kind == StepKind.Extra && step.Language is null))
            answered.Signs.AddRange(Tampering.Signs(new(extra.Source), check, exercise.DeclaredForOthers).Select(sign => $"{sign} ({extra.Cell})"));
    }

    // The course's check with what it needs, but for what the student's cell still has word for word: that ran with the answer. Static functions
    // are declared once more, as the compiler makes no delegate of one that an earlier cell declared.
    private static string CheckOf(CellCode exercise, CellCode own) => string.Join('\n',
        own.Members.OfType<MethodDeclarationSyntax>().Where(function => function.Modifiers.Any(SyntaxKind.StaticKeyword)).Select(function => function.ToString())
            .Append(exercise.Without(exercise.Scaffold.Concat(exercise.Members.Except(exercise.Checks).Where(own.Has)).Distinct())));

    private static string? Barrier(NotebookCell? cell) => cell switch
    {
        null => "missing",
        { Language: { } language } => $"The answer is in {Called(language)}; the check is C#.",
        _ when cell.Source.TrimStart().StartsWith("#!fsharp", StringComparison.Ordinal) => $"The answer is in {Called("fsharp")}; the check is C#.",
        _ => null,
    };

    private static string Called(string language) => language == "fsharp" ? "F#" : language;

    private static string Plain(string source) => string.Join('\n', source.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
}
