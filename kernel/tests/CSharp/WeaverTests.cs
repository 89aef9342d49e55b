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
        "var i = 5; while (i --> 0) if (i == 2) continue; else if (i == 1) break; i",
        "$\"{await Task.FromResult(1)}\"",
        "$\"{await Task.FromResult(1.25):0.0}|{await Task.FromResult(2),4}|{await Task.FromResult(3),-3:00}\"",
        "$@\"{await Task.FromResult(\"a\")}\" + $\"\"\"{await Task.FromResult(\"b\")}\"\"\" + $$\"\"\"{{await Task.FromResult(\"c\")}}{d}\"\"\"",
        "$\"{$\"{await Task.FromResult(1)}\"}\"",
        "async Task<string> Told() => $\"{await Task.FromResult(1)}{await Task.FromResult(2)}\"; await Told()",
        "FormattableString said = $\"{await Task.FromResult(7)}\"; said.Format + said.GetArgument(0)",
        "await (Task.FromResult(8))",
        "await (Task.FromResult(new[] { 9, 10 })).ContinueWith(t => t.Result[1]).ConfigureAwait(false)",
        "var late = 1 + await (Task.FromResult(await (Task.FromResult(10)))); late",
        "string.Join(',', (int[])[.. new[] { 1, 2 }.Select(x => x + 1), await Task.FromResult(9)])",
        "class Field { public int N { get => field + 1; set => field = value * 2; } public int Lazy => field == 0 ? field = 5 : field; } var f = new Field { N = 3 }; f.N + f.Lazy",
        "class Primary(int n) { public int N => n; public int Plus(int m) => n + m; } new Primary(2).Plus(3)",
        "interface IShape { double Area => 1; static abstract IShape Make(); } class Dot : IShape { static IShape IShape.Make() => new Dot(); double IShape.Area => 0.5; } IShape Make<T>() where T : IShape => T.Make(); Make<Dot>().Area",
        "struct Money { public int Cents; public Money(int cents) => Cents = cents; public readonly override string ToString() => $\"{Cents}\"; public static Money operator checked +(Money a, Money b) => new(checked(a.Cents + b.Cents)); public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents); public static explicit operator int(Money m) => m.Cents; } ((int)(new Money(1) + new Money(2))).ToString()",
        "class Loud { EventHandler? kept; public event EventHandler Rang { add => kept += value; remove { kept -= value; } } public bool Any => kept is not null; } var loud = new Loud(); loud.Rang += (_, _) => { }; loud.Any",
        "class Cell { int[] a = [1, 2, 3]; public ref int First => ref a[0]; public int this[Index i] { get => a[i]; set { a[i] = value; } } } var c = new Cell(); c.First = 8; c[^1] = 9; c[0] + c[2]",
        "delegate ref int Pick(ref int x); Pick pick = (ref int x) => ref x; int Picked() { var n = 1; pick(ref n) = 5; return n; } Picked()",
        "var typed = bool (int x, int least = 2) => x > least; typed(3) && !typed(1)",
        "Func<int, int>? maybe = true ? x => x + 1 : null; maybe!(1)",
        "Func<int> zero = () => default; Action<int[]> set = xs => xs[0] = 7; var target = new int[1]; set(target); zero() + target[0]",
        "await Task.Run(() => Task.FromResult(1)) + await Task.Run(async () => { await Task.Yield(); return 2; }) + await Task.Run(() => 3)",
        "int Spans() { Span<int> s = stackalloc int[3]; for (var i = 0; i < 3; i++) s[i] = i; var sum = 0; foreach (ref readonly var x in s) sum += x; return sum; } Spans()",
        "unsafe int Sum(int[] xs) { fixed (int* p = xs) { var sum = 0; for (var i = 0; i < xs.Length; i++) sum += p[i]; return sum; } } Sum([1, 2, 3])",
        "string Kind(object o) => o switch { int and > 3 => \"big\", int => \"int\", string { Length: var n } when n > 1 => $\"{n}\", int[] and [1, .., var last] => $\"{last}\", null => \"null\", _ => \"?\" }; Kind(5) + Kind(\"ab\") + Kind(null!)",
        "int Walk(int n) { switch (n) { case 0: goto case 1; case 1: return 1; default: while (true) { if (n-- < 3) return n; } } } Walk(0) + Walk(9)",
        "async Task<int> Used() { await using var _ = new MemoryStream(); using (new MemoryStream()) foreach (var x in new[] { 1 }) return x; return 0; } await Used()",
        "IEnumerable<int> Nested() { foreach (var x in new[] { 1, 2 }) foreach (var y in Inner(x)) yield return y; IEnumerable<int> Inner(int n) { yield return n; yield return -n; } } string.Join(',', Nested())",
        "class Node { public Node? Next; public int N; ~Node() => N = 0; } var node = new Node { N = 1, Next = new() { N = 2 } }; var all = 0; for (var at = node; at is { N: var n }; at = at.Next) all += n; all",
        "record Shape(string Name) { public virtual string Say() => Name; public Shape Named(string name) => this with { Name = name }; } record Round() : Shape(\"round\") { public override string Say() => base.Say() + \"!\"; } new Round().Named(\"x\").Say()",
        "static int Add(this int a, int b) => a + b; 3.Add(4)",
        "dynamic loose = new[] { 1, 2 }; var count = 0; foreach (var x in loose) count += x; count",
        "T Made<T>() where T : new() => new(); Made<List<int>>().Count",
        "record A(int N) { public A? Next; } record B(int N, string S) : A(N); sealed record C<T>(T V) where T : struct; partial record P(int N); partial record P { public int Twice => 2 * N; } sealed record D() : A(3); abstract record E { protected virtual Type EqualityContract => typeof(string); } record struct F(int N); $\"{new B(1, \"x\")}{new B(1, \"x\") == new B(1, \"x\")}{new A(1) == new B(1, \"\")}{new C<int>(2)}{new P(2) { }.Twice}{new D() == new A(3)}{new F(1) == new F(1)}\"",
        "class Base { } class Derived : Base { } class G { Base a = new Derived(); List<int> b = new() { 1 }; public string C { get; init; } = string.Concat(\"c\", \"d\"); static readonly int s = Math.Abs(-1); int? n = Math.Abs(-3); Func<int> f = Make(4); static Func<int> Make(int x) => () => x; object[] o = new object[] { 1 }; public string Said => $\"{a}{b.Count}{C}{s}{n}{f()}{o.Length}\"; } struct H { public int X = Math.Max(1, 2); public H() { } } new G().Said + new H().X",
        "using System.Runtime.CompilerServices; string Text(object? x, [CallerArgumentExpression(nameof(x))] string text = \"\") => text; Text((Func<int>)(() => 5 * 2)) + Text(await Task.FromResult(3)) + Text(from i in new[] { 1 } where i > 0 select i + 1)");

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
    [InlineData("await (x);", "await Wait((x));")]
    [InlineData("var s = $\"{await x:F2}\";", "var s = $\"{(await Wait(x)):F2}\"; Reached(0);")]
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
