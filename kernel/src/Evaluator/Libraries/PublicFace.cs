using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>The kernel's own assemblies as cells see them: without what only their inside needs.</summary>
/// <remarks>
/// A reference that is missing when an assembly is first bound, and handed in later, makes the compiler bind the assembly anew: its types are
/// then others than before, and <c>display</c> is ambiguous with itself. So all that an assembly refers to comes with it; and the forty that
/// only the kernel's inside refers to (the compiler, XML, cryptography …), which would slow every cell, stand in its table as <c>System.Runtime</c>.
/// </remarks>
internal static class PublicFace
{
    /// <summary>What the public types of the kernel and of the interactive package speak of, besides the heart of the framework.</summary>
    public static readonly string[] Needs = ["System.Text.Json", "System.Text.Encodings.Web", "System.Collections.Immutable"];

    /// <summary>Through which assemblies made for .NET Standard speak of the framework: it refers to all of it, and is cut down like the rest.</summary>
    public const string Facade = "netstandard.dll";

    /// <summary>The assembly's image, with every reference that is not kept written over by the one to <c>System.Runtime</c>.</summary>
    public static byte[] Read(string file, IReadOnlySet<string> kept)
    {
        var image = File.ReadAllBytes(file);
        using var portable = new PEReader(new MemoryStream(image));
        var reader = portable.GetMetadataReader();
        var (size, start) = (reader.GetTableRowSize(TableIndex.AssemblyRef), portable.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.AssemblyRef));
        var rows = reader.AssemblyReferences.Select(handle => (Name: reader.GetString(reader.GetAssemblyReference(handle).Name), At: start + size * (MetadataTokens.GetRowNumber(handle) - 1))).ToList();
        var runtime = rows.First(row => row.Name is "System.Runtime" or "netstandard").At;
        foreach (var row in rows.Where(row => !kept.Contains(row.Name))) Array.Copy(image, runtime, image, row.At, size);
        return image;
    }
}
