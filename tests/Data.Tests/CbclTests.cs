using static TorchSharp.torch;

namespace Workbook.Data.Tests;

public sealed class CbclTests
{
    [SkippableFact]
    public void All_faces_and_patches_are_there_split_by_the_seed()
    {
        var store = Store.Default with { Online = false };
        Skip.IfNot(File.Exists(Path.Combine(store.Given ?? store.Own, Sources.CbclFaces.Name, Sources.CbclFaces.Files[0].Name)), "CBCL is not on this machine.");
        using var scope = NewDisposeScope();
        using var first = Cbcl.Load(store: store);
        using var other = Cbcl.Load(store: store, test: 1000, seed: 2);
        Assert.Equal((3977, 3000, 5977, 1000), (first.Train.Count, first.Test.Count, other.Train.Count, other.Test.Count));
        Assert.Equal(2429, first.Train.Labels.sum().item<long>() + first.Test.Labels.sum().item<long>());
        Assert.Equal(Sorted(first), Sorted(other));                                  // the same pictures in another order
        Assert.False(first.Train.Images[..1000].Equals(other.Train.Images[..1000]));

        static float[] Sorted(ImageSet set) => cat([set.Train.Images, set.Test.Images]).mean([1]).sort().Values.data<float>().ToArray();
    }
}
