using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Workbook.Data;

/// <summary>A file that a person brought: its bytes, unpacked where it is gzipped, and its entry in a <see cref="Source"/>.</summary>
internal sealed record OwnFile(string Path, byte[] Bytes, SourceFile Entry)
{
    /// <summary>Reads a whole file; its size and hash are those of the file as it lies there, packed or not.</summary>
    public static OwnFile Read(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"{path}: expected a file, found a folder.");
        var bytes = File.ReadAllBytes(path);
        return new(path, Unpacked(path, bytes), Entered(System.IO.Path.GetFileName(path), bytes));
    }

    public static SourceFile Entered(string name, byte[] bytes) => new(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The text of the file: UTF-8 unless its first bytes or <paramref name="encoding"/> say otherwise; a byte order mark is left out.</summary>
    /// <exception cref="InvalidDataException">A byte is no text in that encoding: the sentence names line and column.</exception>
    public string Text(Encoding? encoding)
    {
        if (Bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            throw new InvalidDataException($"{Path}: expected text, found a zip archive; a spreadsheet is first saved as CSV (UTF-8).");
        var (found, mark) = Bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (encoding ?? Encoding.UTF8, 0),
        };
        var strict = Encoding.GetEncoding(found.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        try
        {
            return strict.GetString(Bytes, mark, Bytes.Length - mark);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InvalidDataException(Sentence(wrong, found, mark), wrong);
        }
    }

    private string Sentence(DecoderFallbackException wrong, Encoding encoding, int mark)
    {
        var before = Bytes.AsSpan(mark, Math.Max(wrong.Index, 0));
        var line = 1 + before.Count((byte)'\n');
        var column = 1 + encoding.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return $"{Path}, line {line}, column {column}: expected {encoding.WebName.ToUpperInvariant()}, found the byte {Convert.ToHexString(wrong.BytesUnknown!)}: " +
            "save the file as UTF-8, or say which encoding it has (Encoding.Latin1 for most older ones).";
    }

    private static byte[] Unpacked(string path, byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            packed.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: expected a whole gzip file, found damage: replace it by a good copy.", damage);
        }
    }
}
