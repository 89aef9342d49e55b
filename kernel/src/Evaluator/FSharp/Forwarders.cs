using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace Workbook.Kernel.Evaluator.FSharp;

/// <summary>Assemblies without code that say of each type in which other assembly it is.</summary>
internal static class Forwarders
{
    private const TypeAttributes Forwarded = (TypeAttributes)0x00200000;          // ECMA-335, II.23.1.15

    /// <summary>Makes one for all types of an assembly and loads it.</summary>
    public static Assembly To(Assembly target, string name, Version version)
    {
        var context = new AssemblyLoadContext(name);
        context.Resolving += (_, wanted) => wanted.FullName == target.FullName ? target : null;
        return context.LoadFromStream(new MemoryStream(Image(target, name, version)));
    }

    private static byte[] Image(Assembly target, string name, Version version)
    {
        var builder = new MetadataBuilder();
        builder.AddModule(0, builder.GetOrAddString(name + ".dll"), builder.GetOrAddGuid(Guid.NewGuid()), default, default);
        builder.AddAssembly(builder.GetOrAddString(name), version, default, default, default, AssemblyHashAlgorithm.None);
        builder.AddTypeDefinition(default, default, builder.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var real = target.GetName();
        var reference = builder.AddAssemblyReference(builder.GetOrAddString(real.Name!), real.Version!, default, default, default, default);
        foreach (var type in target.GetTypes().Where(type => !type.IsNested)) Add(builder, type, reference);
        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll | Characteristics.ExecutableImage), new MetadataRootBuilder(builder), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }

    private static void Add(MetadataBuilder builder, Type type, EntityHandle around)
    {
        var space = type.IsNested || type.Namespace is null ? default : builder.GetOrAddString(type.Namespace);
        var entry = builder.AddExportedType(type.IsNested ? default : Forwarded, space, builder.GetOrAddString(type.Name), around, 0);
        foreach (var inner in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)) Add(builder, inner, entry);
    }
}
