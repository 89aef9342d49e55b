using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>A project that asks for packages and does nothing else: what <c>dotnet restore</c> is given, in a folder of the cache that is named for what it asks.</summary>
internal sealed class PackageProject(IReadOnlyDictionary<string, string> wanted, IReadOnlyCollection<string> sources)
{
    private static readonly TimeSpan floatingLife = TimeSpan.FromDays(1);
    private string? folder;

    /// <summary>What was restored, now or before; the same set is not restored twice, one with a floating version (<c>*</c>) not twice within a day.</summary>
    /// <exception cref="InvalidOperationException">A package cannot be had; the message names it.</exception>
    public Packages.Files Resolve(CancellationToken cancellation)
    {
        var assets = Path.Combine(Folder, "obj", "project.assets.json");
        var isFloating = wanted.Values.Any(version => version.Contains('*'));
        var isFresh = !isFloating || DateTime.UtcNow - File.GetLastWriteTimeUtc(assets) < floatingLife;
        if (isFresh && PackageAssets.Read(assets, [.. wanted.Keys]) is { } known) return known;
        Restore(cancellation);
        if (isFloating && File.Exists(assets)) File.SetLastWriteTimeUtc(assets, DateTime.UtcNow);
        return PackageAssets.Read(assets, [.. wanted.Keys]) ?? throw new InvalidOperationException("It was restored, but its files are not there.");
    }

    private string Folder => folder ??= Path.Combine(OutputFolder.Cache, "packages", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToString())))[..16]);

    private static string Framework => $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    private XElement Text => new("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", Framework),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", false),
            new XElement("UseAppHost", false),
            new XElement("WarningsAsErrors", ""),         // of which NU1605 is one: a version that was asked for stays, and PackageAssets says so
            new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
        new XElement("ItemGroup", wanted.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Key), new XAttribute("Version", package.Value)))));

    private void Restore(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "packages.csproj"), Text.ToString());
        using var restore = Start();
        using var stop = cancellation.Register(() => restore.Kill(entireProcessTree: true));
        var errors = restore.StandardError.ReadToEndAsync(cancellation);
        var said = restore.StandardOutput.ReadToEnd() + errors.Result;
        restore.WaitForExit();
        if (restore.ExitCode == 0) return;
        if (Path.Combine(Folder, "obj", "project.assets.json") is var assets && File.Exists(assets)) File.Delete(assets);
        throw new InvalidOperationException(Reason(said));
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "-v", "quiet", "--nologo"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";        // what it says is read here
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException(NoSdk, problem);
        }
    }

    private const string NoSdk = "Packages are restored by the .NET SDK, and there is none here: install it, or put it on the path.";

    // "…/packages.csproj : error NU1101: Unable to find package X. … [… ]" → what follows "error".
    private static string Reason(string said)
    {
        var line = said.Split('\n').FirstOrDefault(text => text.Contains("error ", StringComparison.Ordinal));
        if (line is null) return said.Contains(".NET SDK", StringComparison.Ordinal) ? NoSdk : said.Trim();
        var text = line[(line.IndexOf("error ", StringComparison.Ordinal) + "error ".Length)..];
        var end = text.LastIndexOf(" [", StringComparison.Ordinal);
        var reason = (end < 0 ? text : text[..end]).Trim();
        return reason.StartsWith("NU1101", StringComparison.Ordinal) || reason.StartsWith("NU1102", StringComparison.Ordinal)
            ? $"{reason.TrimEnd('.')}. A source that has it is added by a line above: #i \"nuget: ADDRESS OR FOLDER\"."
            : reason;
    }
}
