using System.Net;

namespace Workbook.Kernel.Headless.Export;

/// <summary>What a program refers to, as the directives of a file-based app: projects where a library is built here from one, packages, and libraries by their files.</summary>
/// <param name="folder">Where the program goes; paths are relative to it.</param>
/// <param name="name">The program's name.</param>
internal sealed class ProgramReferences(string folder, string name)
{
    private readonly SortedSet<string> projects = new(StringComparer.Ordinal), packages = new(StringComparer.OrdinalIgnoreCase), files = new(StringComparer.Ordinal), sources = new(StringComparer.Ordinal);

    private string Beside => $"{name}.references.targets";

    /// <summary>A library, by the project that builds it where there is one.</summary>
    public void AddLibrary(string file)
    {
        if (ProjectOf(file) is { } project) projects.Add(Path.GetRelativePath(folder, project));
        else files.Add(Path.GetRelativePath(folder, file));
    }

    /// <summary>A package; <c>*</c> is its newest version.</summary>
    public void AddPackage(string package, string version) => packages.Add($"{package}@{version}");

    /// <summary>One more place to get packages from.</summary>
    public void AddSource(string source) => sources.Add(source);

    /// <summary>The directives, a line each.</summary>
    public IEnumerable<string> Directives()
    {
        foreach (var project in projects) yield return $"#:project {project.Replace('\\', '/')}";
        foreach (var package in packages) yield return $"#:package {package}";
        if (sources.Count > 0) yield return $"#:property RestoreAdditionalProjectSources={string.Join("%3B", sources)}";
        if (files.Count > 0) yield return $"#:property CustomAfterMicrosoftCommonTargets=$(MSBuildProjectDirectory)/{Beside}";
        if (packages.Count == 0) yield break;
        yield return "#:property ManagePackageVersionsCentrally=false";      // the versions are here, whatever the folders above say,
        yield return "#:property ImportDirectoryBuildTargets=false";         // and so are all the packages
    }

    /// <summary>Writes what directives cannot say, libraries by their files, into a file beside the program.</summary>
    public void WriteFiles()
    {
        if (files.Count == 0) return;
        var items = files.Select(file => $"""    <Reference Include="$(MSBuildThisFileDirectory){WebUtility.HtmlEncode(file.Replace('\\', '/'))}" />""");
        File.WriteAllText(Path.Combine(folder, Beside), $"<Project>\n  <ItemGroup>\n{string.Join('\n', items)}\n  </ItemGroup>\n</Project>\n");
    }

    // artifacts/bin/NAME/…/x.dll and bin/…/x.dll are built from NAME.csproj or x.csproj, which lies near: in lib/ or, the kernel's own, in kernel/src/, if this is a clone.
    private static string? ProjectOf(string file)
    {
        string[] names = [Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!];
        for (var above = Path.GetDirectoryName(file); above is not null; above = Path.GetDirectoryName(above))
            foreach (var name in names)
                if (Places(above, name).Select(place => Path.Combine(place, name + ".csproj")).FirstOrDefault(File.Exists) is { } project) return project;
        return null;
    }

    private static string[] Places(string above, string name)
    {
        var (last, kernel) = (name[(name.LastIndexOf('.') + 1)..], Path.Combine(above, "kernel", "src"));
        return [Path.Combine(above, name), above, Path.Combine(above, "lib", last), Path.Combine(kernel, last), Path.Combine(kernel, "Program")];
    }
}
