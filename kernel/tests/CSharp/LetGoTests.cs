using System.Runtime.CompilerServices;

namespace Workbook.Kernel.Tests;

/// <summary>A session that nobody has any more, and what its variables held, is given back.</summary>
[Collection("console")]
public sealed class LetGoTests
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var big = new byte[1000]; big.Length")]
    [InlineData("display(1); Console.Write(2);")]
    [InlineData("namespace N { public class A { } }\nnew N.A()")]
    [InlineData("#!time\nawait Task.Delay(1);")]
    [InlineData("throw new Exception();")]
    [InlineData("#!fsharp\nlet x = 1\nx + 1")]
    [InlineData("#!fsharp\nlet x = [1]\n#!csharp\n#!share --from fsharp x\nx.Length")]
    public void With_all_that_a_cell_made(string code)
    {
        var session = Used(code);
        Used("2");                                                        // what is last of its kind is kept
        for (var i = 0; i < 20 && session.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(50);
        }
        Assert.False(session.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Used(string code)
    {
        using var session = new CSharpLanguage();
        SynchronizationContext.SetSynchronizationContext(null);
        session.Run(code, 1, new RecordedOutput());
        return new(session);
    }
}
