using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbook.Kernel.Tests;

/// <summary>What packages bring for notebooks, with packages made here.</summary>
[Collection("console")]
public sealed class ExtensionTests : IDisposable
{
    private readonly string feed = Directory.CreateTempSubdirectory("workbook-feed-").FullName;
    private readonly Session session = new();

    public void Dispose()
    {
        Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();
        Directory.Delete(feed, recursive: true);
    }

    [Fact]
    public void An_extension_and_a_script_of_cells_act_on_the_session_that_asks_for_their_package()
    {
        var name = Pack("""
            namespace NAME;
            public class Extension : IKernelExtension
            {
                public Task OnLoadAsync(Kernel kernel)
                {
                    Formatter.Register<Uri>(link => "<a>" + link + "</a>", "text/html");
                    if (kernel is CompositeKernel root)
                        root.FindKernelByName("csharp").AddDirective(new KernelActionDirective("#!greet"), (command, context) => { context.DisplayAs("hello", "text/plain"); return Task.CompletedTask; });
                    return Task.CompletedTask;
                }
            }
            """, script: "#!csharp\nvar fromScript = 7;\n\n#!fsharp\nlet fromFSharp = 8\n");
        session.Value($"#i \"nuget: {feed}\"\n#r \"nuget: {name}, 1.0.0\"");
        Assert.Empty(session.Streams);
        Assert.Equal("<a>http://a/</a>", session.Html("new Uri(\"http://a\")"));
        Assert.Equal("7", session.Value("fromScript"));
        Assert.Equal("8", session.Value("#!fsharp\nfromFSharp"));
        session.Value("#!greet");
        Assert.Equal("hello", session.Shown[^1].Bundle.Text);
    }

    [Fact]
    public void An_extension_that_throws_is_told_of_and_the_session_goes_on()
    {
        var name = Pack("""
            namespace NAME;
            public class Extension : IKernelExtension { public Task OnLoadAsync(Kernel kernel) => throw new InvalidOperationException("out of order"); }
            public static class Library { public static int Answer => 42; }
            """, script: "#!csharp\nvar before = 1; throw new Exception(\"script\");\n");
        Assert.Equal("2", session.Value($"#i \"nuget: {feed}\"\n#r \"nuget: {name}, 1.0.0\"\n1 + 1"));
        Assert.Collection(session.Streams,
            said => Assert.Contains("Extension could not be loaded; what it would have added is missing, the package itself can be used. InvalidOperationException: out of order", said),
            said => Assert.Contains("extension.dib could not be loaded", said));
        Assert.Equal("3", session.Value("1 + 2"));
    }

    // A package with an assembly that lies with the extensions, and a script beside it.
    private string Pack(string source, string script)
    {
        var name = $"Made{Guid.NewGuid():N}";
        using var image = new MemoryStream();
        const string usings = "using System; using System.Threading.Tasks; using Microsoft.DotNet.Interactive; using Microsoft.DotNet.Interactive.Commands; using Microsoft.DotNet.Interactive.Directives; using Microsoft.DotNet.Interactive.Formatting;\n";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var made = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(usings + source.Replace("NAME", name))], references, new(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.Empty(made.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        using var package = ZipFile.Open(Path.Combine(feed, $"{name}.1.0.0.nupkg"), ZipArchiveMode.Create);
        Write(package, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>{name}</id><version>1.0.0</version><authors>test</authors><description>test</description></metadata></package>
            """));
        Write(package, $"interactive-extensions/dotnet/{name}.dll", image.ToArray());
        Write(package, "interactive-extensions/dotnet/extension.dib", System.Text.Encoding.UTF8.GetBytes(script));
        return name;
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var entry = package.CreateEntry(path).Open();
        entry.Write(content);
    }
}
