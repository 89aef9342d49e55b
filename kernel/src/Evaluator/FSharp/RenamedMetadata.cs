using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>A copy of what describes an assembly, with another name and version: only a compiler reads it.</summary>
/// <remarks>A name is a place in the copy's own table of texts, so that the new one must stand there already: it is that of the class of the F# cell.</remarks>
internal static class RenamedMetadata
{
    private const string CellClass = "FSI_";
    private static readonly List<byte[]> kept = [];          // the compiler reads them where they are

    /// <summary>The new name and the copy; nothing where the assembly cannot be described so.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="version">Its new version.</param>
    /// <param name="needed">The new names of those that it refers to, by their full names.</param>
    public static unsafe (string? Name, MetadataReference? Reference) Of(Assembly assembly, Version version, IReadOnlyDictionary<string, FSharpAssemblies.Named?> needed)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length)) return default;
        var copy = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        new ReadOnlySpan<byte>(blob, length).CopyTo(copy);
        var reader = new MetadataReader(blob, length);
        var own = reader.TypeDefinitions.Select(reader.GetTypeDefinition).FirstOrDefault(type => type.GetDeclaringType().IsNil && reader.GetString(type.Name).StartsWith(CellClass, StringComparison.Ordinal)).Name;
        if (own.IsNil) return default;
        var rows = new Rows(reader, copy);
        rows.Rename(version, own);
        foreach (var handle in reader.AssemblyReferences)
            if (needed.GetValueOrDefault(reader.GetAssemblyReference(handle).GetAssemblyName().FullName) is { } other && ClassOf(reader, handle, other.Name) is { IsNil: false } name) rows.Rename(handle, other.Version, name);
        lock (kept) kept.Add(copy);
        fixed (byte* start = copy) return (reader.GetString(own), AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)start, length)).GetReference(display: reader.GetString(own)));
    }

    // What is used of another cell stands in its class.
    private static StringHandle ClassOf(MetadataReader reader, AssemblyReferenceHandle other, string name) => reader.TypeReferences.Select(reader.GetTypeReference)
        .FirstOrDefault(type => type.ResolutionScope == other && reader.GetString(type.Name) == name).Name;

    // ECMA-335, II.22.2 and II.22.5: the columns of the two tables.
    private sealed class Rows(MetadataReader reader, byte[] copy)
    {
        private readonly int text = reader.GetHeapSize(HeapIndex.String) > ushort.MaxValue ? 4 : 2, blob = reader.GetHeapSize(HeapIndex.Blob) > ushort.MaxValue ? 4 : 2;

        public void Rename(Version version, StringHandle name)
        {
            var row = reader.GetTableMetadataOffset(TableIndex.Assembly);
            Write(row + 4, version);
            Write(row + 16 + blob, name);
        }

        public void Rename(AssemblyReferenceHandle handle, Version version, StringHandle name)
        {
            var row = reader.GetTableMetadataOffset(TableIndex.AssemblyRef) + (MetadataTokens.GetRowNumber(handle) - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef);
            Write(row, version);
            Write(row + 12 + blob, name);
        }

        private void Write(int at, Version version)
        {
            foreach (var (part, i) in new[] { version.Major, version.Minor, version.Build, version.Revision }.Select((part, i) => (part, i)))
                BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(at + 2 * i), (ushort)part);
        }

        private void Write(int at, StringHandle name)
        {
            var place = MetadataTokens.GetHeapOffset(name);
            if (text == 2) BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(at), (ushort)place);
            else BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(at), place);
        }
    }
}
