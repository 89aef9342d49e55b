using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workbook.Kernel.Evaluator.Libraries;

/// <summary>Which assemblies define a public type of that name, or a type in that namespace.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, HashSet<string>> assemblies = [], namespaces = [];

    /// <summary>Reads the type tables of the files; what is no managed assembly is passed over.</summary>
    public static NameIndex Of(IEnumerable<string> files)
    {
        var index = new NameIndex();
        foreach (var file in files) index.Add(file);
        return index;
    }

    /// <summary>Names of the assemblies that define the name.</summary>
    public IEnumerable<string> Find(string name) => assemblies.TryGetValue(name, out var found) ? found : [];

    /// <summary>The namespaces of the types of that name.</summary>
    public IEnumerable<string> NamespacesOf(string name) => namespaces.TryGetValue(name, out var found) ? found.Order(StringComparer.Ordinal) : [];

    private void Add(string file)
    {
        try
        {
            using var portable = new PEReader(File.OpenRead(file));
            if (portable.HasMetadata) Add(Path.GetFileNameWithoutExtension(file), portable.GetMetadataReader());
        }
        catch (BadImageFormatException)
        {
        }
    }

    private void Add(string assembly, MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            var name = reader.GetString(type.Name);
            var tick = name.IndexOf('`');
            var (plain, space) = (tick < 0 ? name : name[..tick], reader.GetString(type.Namespace));
            Put(assemblies, plain, assembly);
            Put(assemblies, space, assembly);
            Put(namespaces, plain, space);
        }
    }

    private static void Put(Dictionary<string, HashSet<string>> index, string name, string value)
    {
        if (!index.TryGetValue(name, out var found)) index[name] = found = [];
        found.Add(value);
    }
}
