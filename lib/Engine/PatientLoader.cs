using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbook;         // the kernel compiles this page too: it belongs to no room

/// <summary>Loads a native library by its path, also one that was linked by a newer compiler than the system's libstdc++ knows.</summary>
/// <remarks>
/// A program linked by GCC 13 asks for libstdc++'s version GLIBCXX_3.4.32, which Debian 12 and Ubuntu 22.04 lack, for the sake of one symbol
/// that marks the library as initialised and is never called. Where that is all that is missing, a copy is loaded in which the need is
/// optional (<c>VER_FLG_WEAK</c>, <c>STB_WEAK</c>; ELF gABI, "Symbol Versioning" of the LSB); the file itself is never touched.
/// </remarks>
internal static partial class PatientLoader
{
    // The markers that newer compilers leave and that no code calls.
    private static readonly string[] NeverCalled = ["_ZSt21ios_base_library_initv"];

    /// <summary>Loads the library, or where only a marker's version is missing, a copy of it that can do without.</summary>
    /// <exception cref="DllNotFoundException">It does not load, for the loader's own reason.</exception>
    public static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException refusal) when (MissingVersion().Match(refusal.Message) is { Success: true } missing && OperatingSystem.IsLinux())
        {
            if (OptionalCopy(path, missing.Groups[1].Value) is { } copy) return NativeLibrary.Load(copy);
            throw;
        }
    }

    /// <summary>The path of a copy that can do without a version of libstdc++; null where code calls something of that version.</summary>
    public static string? OptionalCopy(string path, string version)
    {
        var file = File.ReadAllBytes(path);
        var copy = Path.Combine(CacheFolder(), Convert.ToHexStringLower(SHA256.HashData(file))[..16], Path.GetFileName(path));
        if (File.Exists(copy)) return copy;
        if (!MakeOptional(file, version)) return null;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        var aside = $"{copy}.{Environment.ProcessId}.partial";
        File.WriteAllBytes(aside, file);
        File.Move(aside, copy, overwrite: true);
        return copy;
    }

    /// <summary>Makes a version's need, and the markers that carry it, optional in a 64-bit little-endian ELF file.</summary>
    /// <returns>Whether that could be done: false, with nothing changed, where the file needs anything else of that version.</returns>
    public static bool MakeOptional(Span<byte> elf, string version)
    {
        if (elf.Length < 64 || !elf.StartsWith("\u007fELF\u0002\u0001"u8)) return false;
        try
        {
            return Weaken(elf, version);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;                                                        // half a file: what it refers to is not there
        }
    }

    private static bool Weaken(Span<byte> elf, string version)
    {
        var (symbols, versions, needs) = (Section(elf, 11), Section(elf, 0x6fffffff), Section(elf, 0x6ffffffe));
        if (symbols.Size == 0 || versions.Size == 0 || needs.Size == 0) return false;
        if (Need(elf, needs, version) is not { } need) return false;
        var index = U16(elf, need + 6) & 0x7fff;                                 // vna_other: the number symbols name it by
        var markers = new List<int>();
        for (var i = 0; i < symbols.Size / 24; i++)
        {
            if ((U16(elf, versions.At + 2 * i) & 0x7fff) != index) continue;
            var symbol = symbols.At + 24 * i;
            if (!NeverCalled.Contains(Text(elf, symbols.Names + (int)U32(elf, symbol)))) return false;
            markers.Add(symbol);
        }
        foreach (var symbol in markers) elf[symbol + 4] = (byte)(2 << 4 | elf[symbol + 4] & 0xf);   // st_info: STB_WEAK, its type as it was
        elf[need + 4] |= 2;                                                      // vna_flags: VER_FLG_WEAK
        return true;
    }

    // Where the entry lies that asks for this version: a chain of libraries, each with a chain of versions.
    private static int? Need(ReadOnlySpan<byte> elf, (int At, int Size, int Names) needs, string version)
    {
        for (var library = needs.At; ; library += (int)U32(elf, library + 12))
        {
            var entry = library + (int)U32(elf, library + 8);
            for (var left = U16(elf, library + 2); left > 0; left--, entry += (int)U32(elf, entry + 12))
                if (Text(elf, needs.Names + (int)U32(elf, entry + 8)) == version) return entry;
            if (U32(elf, library + 12) == 0) return null;
        }
    }

    // The first section of a type: its place, its size, and the place of the names it refers to.
    private static (int At, int Size, int Names) Section(ReadOnlySpan<byte> elf, uint type)
    {
        var (table, size, count) = ((int)U64(elf, 40), U16(elf, 58), U16(elf, 60));
        for (var i = 0; i < count; i++)
        {
            var header = table + size * i;
            if (U32(elf, header + 4) != type) continue;
            var names = table + size * (int)U32(elf, header + 40);
            return ((int)U64(elf, header + 24), (int)U64(elf, header + 32), (int)U64(elf, names + 24));
        }
        return default;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private static string Text(ReadOnlySpan<byte> bytes, int at) => Encoding.ASCII.GetString(bytes[at..(at + bytes[at..].IndexOf((byte)0))]);

    /// <summary>Where copies and links are kept: <c>$XDG_CACHE_HOME/workbook/natives</c> or <c>~/.cache/workbook/natives</c>.</summary>
    public static string CacheFolder()
    {
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(Path.IsPathRooted(caches) ? caches : Path.GetTempPath(), "workbook", "natives");
    }

    [GeneratedRegex(@"version `(GLIBCXX_[\d.]+)' not found")]
    private static partial Regex MissingVersion();
}
