using System.Buffers.Binary;

namespace Workbook.Engine.Tests;

/// <summary>A library that asks for a newer libstdc++ than there is, for a marker's sake only.</summary>
public sealed class PatientLoaderTests
{
    private const string Newer = "GLIBCXX_3.4.32", Older = "GLIBCXX_3.4.29";

    private static byte[] Library() => File.ReadAllBytes(NativeFolders.Find().TorchSharp);

    [SkippableFact]
    public void The_need_and_the_marker_become_optional_and_nothing_else_changes()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "ELF files are Linux's.");
        var (before, after) = (Library(), Library());
        Assert.True(PatientLoader.MakeOptional(after, Newer));
        var changed = Enumerable.Range(0, before.Length).Where(i => before[i] != after[i]).ToList();
        Assert.Equal(2, changed.Count);
        Assert.Contains(changed, at => after[at] >> 4 == 2 && before[at] >> 4 == 1);                 // STB_GLOBAL → STB_WEAK
        Assert.Contains(changed, at => BinaryPrimitives.ReadUInt16LittleEndian(after.AsSpan(at)) == 2 && before[at] == 0);   // VER_FLG_WEAK
    }

    [SkippableFact]
    public void A_version_whose_functions_are_called_is_not_made_optional()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "ELF files are Linux's.");
        var (before, after) = (Library(), Library());
        Assert.False(PatientLoader.MakeOptional(after, Older));
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_version_that_is_not_asked_for_changes_nothing() => Assert.False(PatientLoader.MakeOptional(Library(), "GLIBCXX_9.9.9"));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Half_a_file_is_no_library(int bytes) => Assert.False(PatientLoader.MakeOptional(Library().AsSpan(0, bytes), Newer));

    [Fact]
    public void Text_is_no_library() => Assert.False(PatientLoader.MakeOptional(new byte[4096], Newer));

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_the_systems_loader() =>
        Assert.Throws<DllNotFoundException>(() => PatientLoader.Load(Path.Combine(Path.GetTempPath(), "no-such-library.so")));

    [SkippableFact]
    public void The_copy_is_made_once_and_the_file_itself_stays_as_it_was()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "ELF files are Linux's.");
        var path = NativeFolders.Find().TorchSharp;
        var before = Library();
        var copy = PatientLoader.OptionalCopy(path, Newer)!;
        var written = File.GetLastWriteTimeUtc(copy);
        Assert.Equal(copy, PatientLoader.OptionalCopy(path, Newer));
        Assert.Equal(written, File.GetLastWriteTimeUtc(copy));
        Assert.Equal(before, Library());
        Assert.NotEqual(before, File.ReadAllBytes(copy));
    }
}
