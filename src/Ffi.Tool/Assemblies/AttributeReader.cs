using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Ffi.Tool.Assemblies;

/// <summary>Finds attributes of members by their type's full name.</summary>
internal sealed class AttributeReader(MetadataReader metadata)
{
    private static readonly Provider s_provider = new();

    /// <summary>The attributes of one type.</summary>
    public IEnumerable<AttributeValue> Of(CustomAttributeHandleCollection attributes, string fullName) => attributes
        .Select(metadata.GetCustomAttribute)
        .Where(attribute => IsOf(attribute, fullName))
        .Select(static attribute => Decode(attribute))
        .OfType<AttributeValue>();

    /// <summary>The first attribute of one type; null if there is none.</summary>
    public AttributeValue? Find(CustomAttributeHandleCollection attributes, string fullName) => Of(attributes, fullName).FirstOrDefault();

    /// <summary>Whether there is an attribute of one type.</summary>
    public bool Has(CustomAttributeHandleCollection attributes, string fullName) =>
        attributes.Any(handle => IsOf(metadata.GetCustomAttribute(handle), fullName));

    private bool IsOf(CustomAttribute attribute, string fullName)
    {
        EntityHandle type = attribute.Constructor.Kind switch
        {
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
            _ => default,
        };
        (StringHandle space, StringHandle name) = type.Kind switch
        {
            HandleKind.TypeReference => (
                metadata.GetTypeReference((TypeReferenceHandle)type).Namespace,
                metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => (
                metadata.GetTypeDefinition((TypeDefinitionHandle)type).Namespace,
                metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => default,
        };
        int dot = fullName.LastIndexOf('.');
        return metadata.StringComparer.Equals(name, fullName[(dot + 1)..]) && metadata.StringComparer.Equals(space, fullName[..dot]);
    }

    private static AttributeValue? Decode(CustomAttribute attribute)
    {
        try
        {
            CustomAttributeValue<string> value = attribute.DecodeValue(s_provider);
            return new AttributeValue(
                [.. value.FixedArguments.Select(static argument => argument.Value)],
                value
                    .NamedArguments.Where(static argument => argument.Name is not null)
                    .ToDictionary(static argument => argument.Name!, static argument => argument.Value, StringComparer.Ordinal));
        }
        catch (BadImageFormatException)
        {
            // An argument is an enum of another assembly, whose width isn't known.
            return null;
        }
    }

    /// <summary>Types are their names; of enums all that interop's attributes take have four bytes.</summary>
    private sealed class Provider : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => "System.Type";

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name) is "Type"
                ? "System.Type"
                : reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == "System.Type";
    }
}

/// <summary>What an attribute says.</summary>
internal sealed record AttributeValue(ImmutableArray<object?> Fixed, IReadOnlyDictionary<string, object?> Named)
{
    public T? Get<T>(string name) => Named.TryGetValue(name, out object? value) && value is T typed ? typed : default;
}
