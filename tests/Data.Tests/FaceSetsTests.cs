namespace Workbook.Data.Tests;

[Collection(RecordingScreen.Name)]
public sealed class FaceSetsTests : IDisposable
{
    private readonly RecordingScreen screen = RecordingScreen.Installed();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Where_cbcl_cannot_be_had_faces_are_drawn_and_one_sentence_says_what_to_do()
    {
        using var faces = FaceSets.Load(store: new Store { Own = folder["own"] });
        Assert.Equal("Faces: 4,000 images to learn from, 3,000 held out, 19 × 19 pixels", faces.ToString());
        Assert.Equal(["no face", "face"], faces.Classes.AsEnumerable());
        Assert.Equal("Running on Faces, drawn by the workbook itself. CBCL is not on this machine, and it has no public mirror: put "
            + "cbcl-train-images-idx3-ubyte.gz and its companions, named in data/README.md, into cbcl-faces/ under $WORKBOOK_DATA or data/.", Assert.Single(screen.Lines));
    }

    [Fact]
    public void A_spoilt_copy_of_cbcl_is_named_and_never_used()
    {
        folder.Write("given/cbcl-faces/cbcl-train-images-idx3-ubyte.gz", [1, 2, 3]);
        using var faces = FaceSets.Load(store: new Store { Given = folder["given"], Own = folder["own"] });
        Assert.Equal("Faces", faces.Name);
        Assert.Contains("expected SHA-256 5f309660", Assert.Single(screen.Lines));
    }
}
