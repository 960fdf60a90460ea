using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>Decodes the signatures of one assembly.</summary>
internal sealed class TypeNodeProvider(AssemblyFile assembly, AssemblyFolder folder) : ISignatureTypeProvider<TypeNode, object?>
{
    private const byte ValueTypeCode = 0x11; // ELEMENT_TYPE_VALUETYPE, ECMA-335 II.23.1.16

    private readonly Dictionary<TypeReferenceHandle, TypeNode> _references = [];

    public TypeNode GetPrimitiveType(PrimitiveTypeCode typeCode) => new PrimitiveNode(typeCode);

    public TypeNode GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new DefinedNode(assembly, handle);

    public TypeNode GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        if (!_references.TryGetValue(handle, out TypeNode? node))
        {
            string name = assembly.FullNameOf(handle);
            node = (TypeNode?)folder.Find(assembly, handle, name) ?? new NamedNode(name, rawTypeKind == ValueTypeCode);
            _references.Add(handle, node);
        }

        return node;
    }

    public TypeNode GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeNode GetSZArrayType(TypeNode elementType) => new ArrayNode(elementType);

    public TypeNode GetArrayType(TypeNode elementType, ArrayShape shape) => new ArrayNode(elementType);

    public TypeNode GetPointerType(TypeNode elementType) => new PointerNode(elementType);

    public TypeNode GetByReferenceType(TypeNode elementType) =>
        elementType is ModifiedNode { Type: var type }
            ? new ReferenceNode(type, IsReadOnly: false)
            : new ReferenceNode(elementType, IsReadOnly: false);

    public TypeNode GetGenericInstantiation(TypeNode genericType, ImmutableArray<TypeNode> typeArguments) =>
        new GenericNode(genericType, typeArguments);

    public TypeNode GetFunctionPointerType(MethodSignature<TypeNode> signature) => new FunctionNode(signature);

    // C# marks `in` parameters of delegates and virtual methods, and the results of function pointers.
    public TypeNode GetModifiedType(TypeNode modifier, TypeNode unmodifiedType, bool isRequired) =>
        (unmodifiedType, NameOf(modifier)) switch
        {
            (ReferenceNode reference, "System.Runtime.InteropServices.InAttribute") => reference with { IsReadOnly = true },
            (_, var name) when name.StartsWith("System.Runtime.CompilerServices.CallConv", StringComparison.Ordinal) => new ModifiedNode(
                unmodifiedType,
                name),
            _ => unmodifiedType,
        };

    public TypeNode GetPinnedType(TypeNode elementType) => elementType;

    public TypeNode GetGenericMethodParameter(object? genericContext, int index) => new ParameterNode();

    public TypeNode GetGenericTypeParameter(object? genericContext, int index) => new ParameterNode();

    private static string NameOf(TypeNode modifier) => modifier switch
    {
        NamedNode named => named.FullName,
        DefinedNode defined => defined.Assembly.FullNameOf(defined.Handle),
        _ => "",
    };
}
