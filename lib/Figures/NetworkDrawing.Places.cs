using System.Globalization;

namespace Workbook.Figures;

/// <content>Where everything stands.</content>
public sealed partial record NetworkDrawing
{
    /// <summary>A layer's bar; Left and Right are where its words end.</summary>
    private readonly record struct Box(int Column, double X, double Y, double Height, double Half)
    {
        public double Centre => X + Bar / 2;
        public double Middle => Y + Height / 2;
        public double Left => Centre - Half;
        public double Right => Centre + Half;
    }

    /// <summary>The boxes of all layers: columns from left to right, wide enough for every word; layers of a column one below the other, centred.</summary>
    private Box[] Placed()
    {
        var columns = Columns();
        var heights = Heights();
        var halves = Layers.Select(layer => Math.Max(Bar, Math.Max(Width(layer.Name, Words), Math.Max(Width(layer.Letter, Letter), Width($"{layer.Size:N0}", Words)))) / 2).ToArray();
        var centres = Centres(columns, halves);
        var boxes = new Box[Layers.Length];
        foreach (var column in Enumerable.Range(0, Layers.Length).GroupBy(i => columns[i]))
        {
            var y = -column.Sum(i => heights[i] + NameLine + LetterLine + LaneGap) / 2;
            foreach (var i in column)
            {
                boxes[i] = new(columns[i], centres[columns[i]] - Bar / 2, y + NameLine, heights[i], halves[i]);
                y += heights[i] + NameLine + LetterLine + LaneGap;
            }
        }
        return boxes;
    }

    /// <summary>A layer's column: one more than the last of those it comes from; one that nothing reaches stands just before the first it leads to.</summary>
    private int[] Columns()
    {
        var columns = new int[Layers.Length];
        for (var round = 0; round < Layers.Length; round++)
            foreach (var arrow in Arrows) columns[arrow.To] = Math.Max(columns[arrow.To], columns[arrow.From] + 1);
        for (var i = 0; i < Layers.Length; i++)
        {
            if (Arrows.Any(arrow => arrow.To == i)) continue;
            var ahead = Arrows.Where(arrow => arrow.From == i).Select(arrow => columns[arrow.To] - 1).DefaultIfEmpty(Judging(i)).Min();
            columns[i] = ahead;
        }
        return columns;

        int Judging(int target) => Links.Where(link => link.Second == target).Select(link => columns[link.First] + 1).DefaultIfEmpty(0).First();
    }

    /// <summary>Heights of the bars: the logarithm of the size, a power of it so that a bottleneck is seen.</summary>
    private double[] Heights()
    {
        var most = Math.Log(1 + Layers.Max(layer => layer.Size));
        return [.. Layers.Select(layer => Lowest + (Tallest - Lowest) * Math.Pow(Math.Log(1 + layer.Size) / most, 1.5))];
    }

    /// <summary>The middles of the columns: so far apart that neither labels of arrows nor names of layers meet.</summary>
    private double[] Centres(int[] columns, double[] halves)
    {
        var centres = new double[columns.Max() + 1];
        for (var column = 1; column < centres.Length; column++)
        {
            var label = Arrows.Where(arrow => columns[arrow.To] == column).Select(arrow => Width(arrow.Label, Words) + 30).DefaultIfEmpty(0).Max();
            var sloped = Arrows.Any(arrow => columns[arrow.To] == column) && (Alone(column - 1), Alone(column)) != (true, true);
            var names = Widest(column - 1) + Widest(column) + (sloped ? Math.Max(label, 44) : 16);
            centres[column] = centres[column - 1] + Math.Max(names, Bar + Math.Max(label, NarrowestGap));
        }
        return centres;

        bool Alone(int column) => columns.Count(other => other == column) == 1;

        double Widest(int column) => Enumerable.Range(0, columns.Length).Where(i => columns[i] == column).Select(i => halves[i]).DefaultIfEmpty(0).Max();
    }

    /// <summary>How wide a text is at most: 0.6 of its size for every letter that is seen.</summary>
    private static double Width(string text, double size) => 0.6 * size * new StringInfo(text).LengthInTextElements;
}
