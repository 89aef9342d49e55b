using System.IO.Compression;
using System.Text;
using TorchSharp;
using Workbook.Display;
using Workbook.Models;
using static TorchSharp.torch;

namespace Workbook.Training;

/// <summary>Keeps what was fitted and is no network, principal components or a probe, in a file: <c>pca.Save("digits.pca");   var pca = FittedFile.Load&lt;Pca&gt;("digits.pca");</c></summary>
/// <remarks>A zip of tensors as torch's modules save them, and a word that says of what. Networks have <c>save</c> and <c>load</c> of their own.</remarks>
public static class FittedFile
{
    private const string Kind = "kind";

    /// <summary>Writes the file aside and renames it, so that a crash leaves the old one.</summary>
    /// <param name="fitted">What is kept.</param>
    /// <param name="path">Where.</param>
    /// <returns>The path, whole.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public static string Save<T>(this T fitted, string path) where T : IFitted<T> => WholeFile.Write(path, file =>
    {
        using var scope = NewDisposeScope();
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        ZipParts.Write(zip, Kind, writer => writer.Write(Encoding.UTF8.GetBytes(typeof(T).Name)));
        foreach (var (name, tensor) in fitted.State) ZipParts.Write(zip, name, tensor.Save);
    });

    /// <summary>Reads such a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="device">Where its tensors are to lie. Default: the CPU.</param>
    /// <exception cref="InvalidDataException">The file is not whole, or holds something else.</exception>
    public static T Load<T>(string path, Device? device = null) where T : IFitted<T>
    {
        using var scope = NewDisposeScope();
        try
        {
            var parts = ZipParts.Read(path);
            var kind = parts.Remove(Kind, out var word) ? Encoding.UTF8.GetString(word) : throw new InvalidDataException("it does not say what it holds");
            if (kind != typeof(T).Name) throw new InvalidDataException($"it holds a {kind}, not a {typeof(T).Name}");
            return T.Of(parts.ToDictionary(part => part.Key, part => Tensor(part.Value).to(device ?? CPU).DetachFromDisposeScope()));
        }
        catch (Exception damage) when (damage is InvalidDataException or KeyNotFoundException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: this is no whole file of a {typeof(T).Name} ({damage.Message}). It was left as it is; fit it anew, or give another path.", damage);
        }
    }

    private static Tensor Tensor(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        Tensor? tensor = null;
        TensorExtensionMethods.Load(ref tensor, reader);
        return tensor!;
    }
}
