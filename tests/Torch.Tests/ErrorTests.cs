using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public class ErrorTests
{
    [Fact]
    public void Shapes_that_do_not_fit_are_named_with_the_operator_and_without_a_stack_trace()
    {
        var thrown = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Equal("mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", thrown.Message);
    }

    [Fact]
    public void Backward_from_more_than_one_number_says_why_it_cannot()
    {
        using var x = ones(2, requires_grad: true);
        var thrown = Assert.Throws<ExternalException>(() => (x * 2).backward());
        Assert.StartsWith("backward: grad can be implicitly created only for scalar outputs", thrown.Message);
    }

    [Fact]
    public void Reading_numbers_as_another_type_says_how_to_convert()
    {
        var thrown = Assert.Throws<ArgumentException>(() => ones(2).data<double>());
        Assert.Equal("Double is not compatible with Float32; convert with to(Float64) first.", thrown.Message);
    }

    [Fact]
    public void Item_of_several_numbers_says_what_shape_it_got()
    {
        var thrown = Assert.Throws<ArgumentException>(() => ones(2, 3).item<float>());
        Assert.Contains("(2, 3)", thrown.Message);
    }

    [Fact]
    public void Numbers_that_do_not_fill_a_shape_are_counted() =>
        Assert.Equal(
            "5 numbers do not fill a tensor of shape (2, 3).",
            Assert.Throws<ArgumentException>(() => tensor(new double[5], new long[] { 2, 3 })).Message);

    [SkippableFact]
    public void Where_there_is_no_gpu_asking_for_one_says_how_to_go_on()
    {
        Skip.If(cuda.is_available(), "This machine has a GPU.");
        var thrown = Assert.Throws<InvalidOperationException>(() => ones(1).to(CUDA));
        Assert.Contains("torch.CPU", thrown.Message);
    }

    [Fact]
    public void Too_much_memory_says_how_much_was_asked_and_suggests_a_smaller_batch()
    {
        var thrown = Assert.Throws<ExternalException>(() => empty(1L << 45));
        Assert.Contains((4L << 45).ToString(), thrown.Message);
        Assert.Contains("Make the batch smaller", thrown.Message);
    }

    [Fact]
    public void An_unknown_device_is_refused_by_name() =>
        Assert.Contains("\"gpu\" is no device", Assert.Throws<ArgumentException>(() => device("gpu")).Message);

    [Fact]
    public void Without_libtorch_the_first_use_says_what_to_run()
    {
        var message = FirstUseBeside(door: null);
        Assert.StartsWith("There is no libtorch under this workbook yet", message);
        Assert.Contains("./workbook setup", message);
    }

    [Fact]
    public void With_a_libtorch_that_does_not_load_the_first_use_says_so()
    {
        var message = FirstUseBeside(door: "no library at all");
        Assert.StartsWith("libtorch does not load", message);
        Assert.Contains("./workbook setup", message);
    }

    // A second copy of our assembly, alone in a folder but for what stands there in the door's place.
    private static string FirstUseBeside(string? door)
    {
        var folder = Directory.CreateTempSubdirectory("workbook-torch-").FullName;
        try
        {
            var copy = Path.Combine(folder, "Workbook.Torch.dll");
            File.Copy(typeof(Tensor).Assembly.Location, copy);
            if (door is not null) File.WriteAllText(Path.Combine(folder, "libworkbook-torch.so"), door);
            var context = new AssemblyLoadContext("alone", isCollectible: true);
            var engine = context.LoadFromAssemblyPath(copy).GetType("TorchSharp.torch")!;
            var thrown = Assert.Throws<TargetInvocationException>(() => engine.GetMethod("get_num_threads")!.Invoke(null, null));
            context.Unload();
            return Assert.IsType<DllNotFoundException>(thrown.InnerException).Message;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
