using System.Reflection.Metadata;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>The assemblies beside the one that is read: structs and handles are often kept in another than the imports.</summary>
internal sealed class AssemblyFolder : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, AssemblyFile?> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<AssemblyFile, TypeNodeProvider> _providers = [];

    public AssemblyFolder(AssemblyFile assembly)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(assembly.Path))!;
        _assemblies.Add(Path.GetFileNameWithoutExtension(assembly.Path), assembly);
    }

    /// <summary>What decodes an assembly's signatures.</summary>
    public TypeNodeProvider ProviderOf(AssemblyFile assembly)
    {
        if (!_providers.TryGetValue(assembly, out TypeNodeProvider? provider))
        {
            _providers.Add(assembly, provider = new TypeNodeProvider(assembly, this));
        }

        return provider;
    }

    /// <summary>The type that a reference means; null if its assembly isn't here.</summary>
    public DefinedNode? Find(AssemblyFile from, TypeReferenceHandle handle, string fullName) =>
        Assembly(from, handle) is { } assembly && assembly.DefinesTypes.Value.TryGetValue(fullName, out TypeDefinitionHandle type)
            ? new DefinedNode(assembly, type)
            : null;

    private AssemblyFile? Assembly(AssemblyFile from, TypeReferenceHandle handle)
    {
        EntityHandle scope = from.Metadata.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
        {
            scope = from.Metadata.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        }

        if (scope.Kind != HandleKind.AssemblyReference)
        {
            return null;
        }

        string name = from.Metadata.GetString(from.Metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
        // The framework's own types are known by name: what they hold is no business of a binding's.
        if (name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "mscorlib" or "netstandard")
        {
            return null;
        }

        if (!_assemblies.TryGetValue(name, out AssemblyFile? assembly))
        {
            string path = Path.Combine(_folder, name + ".dll");
            assembly = File.Exists(path) ? AssemblyFile.Open(path).Assembly : null;
            _assemblies.Add(name, assembly);
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (AssemblyFile? assembly in _assemblies.Values)
        {
            assembly?.Dispose();
        }
    }
}
