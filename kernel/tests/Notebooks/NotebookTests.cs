namespace Workbook.Kernel.Tests;

public sealed class NotebookTests : IDisposable
{
    private readonly Example example = new();

    // As Jupyter 4.5 saves: one space a level, sorted keys, lines kept apart, letters as they are, numbers as they were.
    private const string Saved = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a1",
           "metadata": {
            "workbook": {
             "topics": [
              8,
              12
             ]
            }
           },
           "source": [
            "# Größe 😀 & \"x\" \\ \u001b[0m\n",
            "\t<b>$\\alpha$</b>"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "b2",
           "metadata": {},
           "outputs": [
            {
             "data": {
              "application/json": {
               "a": 1.50,
               "b": [],
               "c": {},
               "d": null,
               "e": true,
               "f": 1e-05
              },
              "text/plain": [
               "1"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "C#",
           "language": "csharp",
           "name": "workbook"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    public void Dispose() => example.Dispose();

    [Fact]
    public void A_notebook_that_Jupyter_saved_is_written_byte_for_byte_as_it_was()
    {
        var path = Path.Combine(example.Folder, "saved.ipynb");
        File.WriteAllText(path, Saved);
        Notebook.Read(path).Save(path);
        Assert.Equal(Saved, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(example.Folder));
    }

    [Theory]
    [InlineData("not json", "not JSON, line 1")]
    [InlineData("{}", "a list called cells")]
    [InlineData("{\"cells\": [], \"nbformat\": 3}", "nbformat is 3")]
    public void A_file_that_is_no_notebook_is_told_so(string text, string sentence)
    {
        var path = Path.Combine(example.Folder, "bad.ipynb");
        File.WriteAllText(path, text);
        Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => Notebook.Read(path)).Message);
    }

    [Theory]
    [InlineData("""["// one", "var x = 2;", "x"]""", "// one\nvar x = 2;\nx", true)]
    [InlineData("""["// one\n", "x"]""", "// one\nx", false)]
    [InlineData("""["x"]""", "x", false)]
    [InlineData("\"x\"", "x", false)]
    public void Lines_without_their_ends_are_lines_all_the_same(string source, string text, bool areLoose)
    {
        var cell = new NotebookCell((System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse($$"""{ "cell_type": "code", "source": {{source}} }""")!);
        Assert.Equal((text, areLoose), (cell.Source, cell.HasLooseLines));
    }

    [Fact]
    public void A_cell_tells_its_exercise_and_whether_it_may_fail()
    {
        var path = example.Write(
            Example.Code("1", new() { ["workbook"] = new System.Text.Json.Nodes.JsonObject { ["exercise"] = "01.compute" } }),
            Example.Code("2", new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("raises-exception") }));
        var cells = Notebook.Read(path).Cells;
        Assert.Equal(("01.compute", false), (cells[0].Exercise, cells[0].MayFail));
        Assert.Equal((null, true), (cells[1].Exercise, cells[1].MayFail));
    }
}
