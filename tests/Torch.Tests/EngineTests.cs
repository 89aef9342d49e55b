using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Workbook.Torch.Tests;

public partial class EngineTests
{
    public static TheoryData<string> Table => [.. typeof(Operators).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Table))]
    public void This_libtorch_has_the_operator(string name)
    {
        var found = (Operator)typeof(Operators).GetField(name, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        Assert.NotEqual(0, found.Find());
    }

    [Fact]
    public void The_engine_describes_itself()
    {
        var description = Engine.Describe();
        Assert.Contains($"libtorch {__version__}", description);
        Assert.Contains("BLAS: ", description);
        Assert.True(Engine.BlasLibrary is null || File.Exists(Engine.BlasLibrary));
    }

    [Fact]
    public void The_number_of_threads_is_what_was_set_for_libtorch_and_its_linear_algebra()
    {
        var (threads, blas) = (get_num_threads(), Engine.BlasThreads);
        try
        {
            set_num_threads(1);
            Assert.Equal(1, get_num_threads());
            Assert.InRange(Engine.BlasThreads, 0, 1);
        }
        finally
        {
            set_num_threads(threads);
        }
        Assert.Equal(threads, get_num_threads());
        Assert.True(blas == 0 || Engine.BlasThreads > 0);
    }

    [Fact]
    public void Threads_that_wait_sleep()
    {
        Assert.NotEmpty(__version__);                // libtorch is loaded, and its OpenMP has read the environment of C
        Assert.Equal("PASSIVE", Marshal.PtrToStringUTF8(FromEnvironment("OMP_WAIT_POLICY")));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint FromEnvironment(string name);
}
