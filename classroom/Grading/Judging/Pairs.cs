using Workbook.Kernel.Notebooks;

namespace Workbook.Grading;

/// <summary>Which cell of a submission is which of the course: by the exercise it names, by its id, by its text, or by its place between two that are known.</summary>
internal sealed class Pairs
{
    private readonly IReadOnlyList<NotebookCell> own;
    private readonly Dictionary<int, int> placeOf = [];                    // of the course's cell → of the student's
    private readonly Dictionary<string, List<int>> candidates = [];        // for an exercise
    private readonly List<(int Place, int After)> extras = [];

    public Pairs(CourseNotebook course, Notebook submission)
    {
        own = [.. submission.Cells.Where(cell => cell.IsCode)];
        var judged = own.Select(cell => new CellCode(cell.Source).Judged.ToHashSet()).ToList();
        foreach (var exercise in course.Exercises)
            candidates[exercise.Name] = [.. Enumerable.Range(0, own.Count).Where(place =>
                own[place].Exercise == exercise.Name || own[place].Id is { } id && id == exercise.Cell.Id || judged[place].Contains(exercise.Name))];
        var taken = candidates.Values.SelectMany(places => places).ToHashSet();
        var cells = Enumerable.Range(0, course.Cells.Count).Where(place => course.Cells[place].Exercise is null).ToList();
        Pair(cells, taken, (ours, theirs) => ours.Id is not null && ours.Id == theirs.Id, course);
        Pair(cells, taken, (ours, theirs) => ours.Source.Trim() == theirs.Source.Trim(), course);
        if (own.All(cell => cell.Id is null)) PairByPlace(course, taken);
        Collect(course, taken);
    }

    /// <summary>The student's version of a cell of the course; null where there is none.</summary>
    public NotebookCell? OwnOf(int place) => placeOf.TryGetValue(place, out var found) ? own[found] : null;

    /// <summary>The student's cells for an exercise, in their order.</summary>
    public IReadOnlyList<(int Place, NotebookCell Cell)> CandidatesFor(CourseExercise exercise) => [.. candidates[exercise.Name].Select(place => (place, own[place]))];

    /// <summary>Cells of the student's own that stand behind a cell of the course; −1: before them all.</summary>
    public IEnumerable<(int Place, NotebookCell Cell)> Extras(int after) => extras.Where(extra => extra.After == after).Select(extra => (extra.Place, own[extra.Place]));

    private void Pair(List<int> cells, HashSet<int> taken, Func<NotebookCell, NotebookCell, bool> same, CourseNotebook course)
    {
        foreach (var place in cells.Where(place => !placeOf.ContainsKey(place)))
            foreach (var mine in Enumerable.Range(0, own.Count).Where(mine => !taken.Contains(mine) && same(course.Cells[place], own[mine])).Take(1))
            {
                placeOf[place] = mine;
                taken.Add(mine);
            }
    }

    // Where ids were lost, as many unknown cells between two known ones as the course has there are those, changed.
    private void PairByPlace(CourseNotebook course, HashSet<int> taken)
    {
        var known = Known(course).OrderBy(pair => pair.Ours).Prepend((Ours: -1, Mine: -1)).Append((Ours: course.Cells.Count, Mine: own.Count)).ToList();
        foreach (var (from, to) in known.Zip(known.Skip(1)))
        {
            var ours = Enumerable.Range(from.Ours + 1, Math.Max(0, to.Ours - from.Ours - 1)).Where(place => course.Cells[place].Exercise is null).ToList();
            var mine = Enumerable.Range(from.Mine + 1, Math.Max(0, to.Mine - from.Mine - 1)).Where(place => !taken.Contains(place)).ToList();
            if (ours.Count != mine.Count) continue;
            foreach (var (place, found) in ours.Zip(mine)) placeOf[place] = found;
            taken.UnionWith(mine);
        }
    }

    private void Collect(CourseNotebook course, HashSet<int> taken)
    {
        var known = Known(course);
        foreach (var place in Enumerable.Range(0, own.Count).Where(place => !taken.Contains(place)))
            extras.Add((place, known.Where(pair => pair.Mine < place).Select(pair => pair.Ours).DefaultIfEmpty(-1).Max()));
    }

    private List<(int Ours, int Mine)> Known(CourseNotebook course) =>
    [
        .. placeOf.Select(pair => (pair.Key, pair.Value)),
        .. from place in Enumerable.Range(0, course.Cells.Count)
           where course.Cells[place].Exercise is not null
           from mine in candidates[course.Cells[place].Exercise!].Take(1)
           select (place, mine),
    ];
}
