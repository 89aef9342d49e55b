using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>Weaving changes nothing but that a cell can be stopped.</summary>
public sealed class WeaverTests
{
    private static readonly References all = new();
    private static readonly MetadataReference[] references = [.. all.First(), .. all.For(new HashSet<string> { "System.Linq.Queryable", "Microsoft.CSharp" })];

    public static TheoryData<string> Corpus => new(
        "int sum = 0; for (int i = 0; i < 5; i++) sum += i; sum",
        "int i = 0; while (i < 3) i++; i",
        "int i = 0; do { i += 2; } while (i < 7); i",
        "var s = \"\"; foreach (var c in \"abc\") if (c != 'b') s += c; s",
        "var s = 0; foreach (var (a, b) in new[] { (1, 2), (3, 4) }) s += a * b; s",
        "var s = 0; for (;;) { if (s++ > 3) break; } s",
        "var n = 0; again: n++; if (n < 4) goto again; n",
        "int Fact(int n) => n < 2 ? 1 : n * Fact(n - 1); Fact(6)",
        "void Nothing() => Console.Write(\"\"); Nothing(); 1",
        "async Task<int> Later(int n) { await Task.Yield(); return n; } await Later(3)",
        "async Task Quiet() => await Task.CompletedTask; await Quiet(); 2",
        "async Task<int> Short() => await Task.FromResult(4); await Short()",
        "async ValueTask<int> Value() => await new ValueTask<int>(5); await Value()",
        "await await Task.FromResult(Task.FromResult(6))",
        "await Task.FromResult(7).ConfigureAwait(false)",
        "Enumerable.Range(0, 10).Where(x => x % 2 == 0).Select(x => x * x).Sum()",
        "new[] { 3, 1, 2 }.OrderBy(x => -x).First()",
        "Action<int> act = x => x.ToString(); act(1); 3",
        "Func<int, Func<int, int>> add = x => y => x + y; add(1)(2)",
        "var square = (int x) => x * x; square(4)",
        "Func<Task<int>> f = async () => await Task.FromResult(8); await f()",
        "Func<Task> f = async () => await Task.CompletedTask; await f(); 9",
        "System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; e.ToString()",
        "Func<int> fail = () => throw new InvalidOperationException(); try { fail(); } catch (InvalidOperationException) { } 10",
        "$\"{new[] { 1, 2 }.Sum(x => x * 2)} and {string.Join(',', new[] { 1 }.Select(x => $\"{x:00}\"))}\"",
        "$\"\"\"{new[] { 1, 2 }.Max(x => x)}\"\"\"",
        "IEnumerable<int> Count() { for (var i = 0; i < 3; i++) yield return i; } string.Join(',', Count())",
        "async IAsyncEnumerable<int> Stream() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } } var t = 0; await foreach (var i in Stream()) t += i; t",
        "class P { int n; public int N { get => n; set => n = value; } public int Twice => 2 * N; public int this[int i] => N + i; } new P { N = 3 }.Twice",
        "class Q { public Q(int n) { N = n; } public Q() : this(7) { } public int N { get; } } new Q().N",
        "struct V { public int X; public static V operator +(V a, V b) => new() { X = a.X + b.X }; public static implicit operator V(int x) => new() { X = x }; } ((V)1 + (V)2).X",
        "class R { int[] a = [1, 2]; public ref int At(int i) => ref a[i]; } var r = new R(); r.At(0) = 5; r.At(0)",
        "var x = 3; var text = x switch { 1 => \"a\", > 2 => \"b\", _ => \"c\" }; text",
        "int Local(int n) { int Inner(int k) { return k + n; } return Inner(1); } Local(2)",
        "var log = \"\"; try { log += 1; } finally { for (var i = 0; i < 2; i++) log += \"f\"; } log",
        "unsafe int Deref() { int v = 5; int* p = &v; while (*p < 8) ++*p; return *p; } Deref()",
        "delegate int D(int x); D d = delegate (int x) { return x + 1; }; d(1)",
        "event EventHandler? Happened; var seen = 0; Happened += (_, _) => seen++; Happened?.Invoke(null, EventArgs.Empty); seen",
        "var (a, b) = (1, 2); (a, b) = (b, a); $\"{a}{b}\"",
        "int.TryParse(\"12\", out var parsed); parsed",
        "object o = 5; if (o is int n && n > 3) Console.Write(\"\"); 1",
        "checked { for (int i = 0; i < 2; i++) ; } 4",
        "lock (new object()) for (var i = 0; i < 2; i++) { } 5",
        "var stream = new MemoryStream(); using (stream) while (stream.Length < 3) stream.WriteByte(1); stream.CanRead",
        "var q = from x in Enumerable.Range(0, 5) where x > 2 let y = x * 2 select y; q.Sum()",
        "(from x in new[] { 3, 1, 2 } where x > 1 orderby -x descending, x + 1 select x).ThenBy(x => x).First()",
        "string.Join(',', from x in new[] { 1, 2 } from y in new[] { x, 10 } select (x, y))",
        "string.Join(',', from x in new[] { 1, 2, 3 } group x * 2 by x % 2 into g select $\"{g.Key}:{g.Sum()}\")",
        "string.Join(',', from x in new[] { 1, 2 } join y in new[] { 2, 3 } on x + 1 equals y select x * y)",
        "(from x in new[] { 1, 2 } select new { x, Twice = 2 * x }).Last().Twice",
        "(from x in new[] { 1, 2 }.AsQueryable() where x > 1 select x + 1).Expression.ToString()",
        "(from x in new object[] { 1, 2 } where (int)x > 1 select (dynamic)x).First() + 1",
        "(from string s in new object[] { \"a\", \"bc\" } where s.Length > 1 select s.Length is 2 ? null : \"x\").First() is null",
        "async IAsyncEnumerable<int> Two() { yield return 1; await Task.Yield(); yield return 2; } var u = 0; await foreach (var i in Two().ConfigureAwait(false)) u += i; await foreach (var i in Two()) u += i; u",
        "async ValueTask<int> Later() { await Task.Delay(1); return 3; } async ValueTask None() { await Task.Delay(1); } await None(); await Later()",
        "Func<int, bool> even = null!, odd = null!; even = n => n == 0 || odd(n - 1); odd = n => n != 0 && even(n - 1); even(10)",
        "static int Static(int n) { while (n > 5) n--; return n; } Static(9)",
        "/* while (true) */ var s = \"for (;;) { }\"; // foreach\ns",
        "record Tree(int Value, Tree? Left = null) { public int Sum() => Value + (Left?.Sum() ?? 0); } new Tree(1, new Tree(2)).Sum()",
        "T Max<T>(IEnumerable<T> xs, Func<T, T, bool> more) { T best = xs.First(); foreach (var x in xs) if (more(x, best)) best = x; return best; } Max(new[] { 1, 3, 2 }, (a, b) => a > b)",
        "var i = 5; while (i --> 0) if (i == 2) continue; else if (i == 1) break; i");

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task A_woven_text_compiles_and_gives_what_the_original_gives(string code)
    {
        var original = Compile(code);
        var tree = original.SyntaxTrees[0];
        var woven = Compile(Weaver.Weave(tree, () => original.GetSemanticModel(tree)));
        Assert.Equal(await Evaluate(original), await Evaluate(woven));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Every_line_of_the_original_stays_on_its_line(string code)
    {
        var spread = code.Replace("; ", ";\n");
        var original = Compile(spread);
        var woven = Weaver.Weave(original.SyntaxTrees[0], () => original.GetSemanticModel(original.SyntaxTrees[0])).Split('\n');
        var lines = spread.Split('\n');
        Assert.Equal(lines.Length, woven.Length);
        Assert.All(lines.Zip(woven), pair => Assert.True(IsSubsequence(pair.First.Replace("=>", ""), pair.Second), pair.Second));
    }

    [Theory]
    [InlineData("while (true) { }", "while (true) { Poll();  }")]
    [InlineData("for (;;) ;", "for (;;) { Poll(); ; }")]
    [InlineData("int F() => 1;", "int F() { Enter(); return  1; }")]
    [InlineData("await x;", "await Wait(x);")]
    [InlineData("try { } finally { while (a) b(); }", "try { } finally { while (a) { PollLate(); Rest(); b(); } }")]
    [InlineData("var q = from y in ys where y > 1 select y;", "var q = from y in ys where y > 1 select y; Reached(0);")]
    [InlineData("var q = from y in new[] { 1 } where y > 1 select y;", "var q = from y in new[] { 1 } where Polled(y > 1) select y; Reached(0);")]
    [InlineData("await foreach (var x in xs) ;", "await foreach (var x in Wait(xs)) { Poll(); ; }")]
    [InlineData("int x = 1;", "int x = 1; Reached(0);")]
    [InlineData("x + 1", "x + 1")]
    public void This_is_what_weaving_looks_like(string code, string woven)
    {
        var original = Compile(code);
        var text = Weaver.Weave(original.SyntaxTrees[0], () => original.GetSemanticModel(original.SyntaxTrees[0]));
        Assert.Equal(woven, text.Replace("global::Workbook.Kernel.Cells.Guard.", ""));
    }

    private static CSharpCompilation Compile(string code) =>
        Compiler.ForQuestions(code, null, references).WithAssemblyName($"woven-{Guid.NewGuid():N}");

    private static async Task<object?> Evaluate(CSharpCompilation compilation)
    {
        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray()) + "\n" + compilation.SyntaxTrees[0]);
        var entry = compilation.GetEntryPoint(default)!;
        var method = Assembly.Load(image.ToArray()).GetType(entry.ContainingType.MetadataName)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return await (Task<object?>)method.Invoke(null, [new object?[2]])!;
    }

    private static bool IsSubsequence(string part, string whole)
    {
        var at = 0;
        foreach (var character in whole)
            if (at < part.Length && part[at] == character) at++;
        return at == part.Length;
    }
}
