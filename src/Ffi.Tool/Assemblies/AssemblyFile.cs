using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Ffi.Tool.Output;

namespace Ffi.Tool.Assemblies;

/// <summary>A .NET assembly that is read without being loaded.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;

    private AssemblyFile(string path, PEReader file)
    {
        Path = path;
        _file = file;
        Metadata = file.GetMetadataReader();
        Attributes = new AttributeReader(Metadata);
        DefinesTypes = new Lazy<IReadOnlyDictionary<string, TypeDefinitionHandle>>(ReadTypes);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it says of its types.</summary>
    public MetadataReader Metadata { get; }

    /// <summary>The attributes of its members.</summary>
    public AttributeReader Attributes { get; }

    /// <summary>The image, for what is beside the metadata.</summary>
    public PEReader Image => _file;

    /// <summary>Its types by their full names.</summary>
    public Lazy<IReadOnlyDictionary<string, TypeDefinitionHandle>> DefinesTypes { get; }

    /// <summary>Opens a file.</summary>
    /// <returns>The assembly, or why the file is none.</returns>
    public static (AssemblyFile? Assembly, Problem? Problem) Open(string path)
    {
        if (!File.Exists(path))
        {
            return (
                null,
                new Problem(
                    Directory.Exists(path)
                        ? $"{path} is a folder. Give the assembly's file, or the project's."
                        : $"There is no file {path}."));
        }

        PEReader? file = null;
        try
        {
            file = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
            if (file.HasMetadata)
            {
                return (new AssemblyFile(path, file), null);
            }
        }
        catch (BadImageFormatException)
        {
            // The message below says what it is.
        }

        file?.Dispose();
        return (null, new Problem($"{path} is not a .NET assembly: it is {BinaryFile.Describe(path)}."));
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A type's name with its namespace and outer types: <c>Acme.Native+Callback</c>.</summary>
    public string FullNameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = Metadata.GetTypeDefinition(handle);
        string name = Metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{FullNameOf(outer)}+{name}"
            : type.Namespace.IsNil ? name : $"{Metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>A referenced type's name with its namespace and outer types.</summary>
    public string FullNameOf(TypeReferenceHandle handle)
    {
        TypeReference type = Metadata.GetTypeReference(handle);
        string name = Metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullNameOf((TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : type.Namespace.IsNil ? name : $"{Metadata.GetString(type.Namespace)}.{name}";
    }

    private Dictionary<string, TypeDefinitionHandle> ReadTypes()
    {
        Dictionary<string, TypeDefinitionHandle> types = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in Metadata.TypeDefinitions)
        {
            types.TryAdd(FullNameOf(handle), handle);
        }

        return types;
    }
}
