using System.Reflection;
using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>The native declarations of an assembly.</summary>
internal sealed class AssemblyDeclarations : IDisposable
{
    private readonly AssemblyFile _assembly;
    private readonly AssemblyFolder _folder;
    private readonly ShapeReader _shapes;

    /// <summary>Reads an assembly, which is closed with this object.</summary>
    public AssemblyDeclarations(AssemblyFile assembly)
    {
        _assembly = assembly;
        _folder = new AssemblyFolder(assembly);
        _shapes = new ShapeReader(_folder);
        ImportReader imports = new(assembly, _folder, _shapes);
        NativeFunctionReader natives = new(assembly, _folder, _shapes);
        Imports =
        [
            .. assembly.Metadata.MethodDefinitions.Select(handle => imports.Read(handle) ?? natives.Read(handle)).OfType<ManagedFunction>(),
        ];
    }

    /// <summary>Its imports and its functions with <c>[NativeFunction]</c>.</summary>
    public IReadOnlyList<ManagedFunction> Imports { get; }

    /// <summary>All that can be compared with headers.</summary>
    /// <param name="isFunction">Whether a header has a function of a name.</param>
    public DeclarationSet With(Func<string, bool> isFunction)
    {
        DelegateReader delegates = new(_assembly, _folder, _shapes);
        List<ManagedFunction> functions = [.. Imports];
        List<ManagedStruct> structs = [];
        List<ManagedEnum> enums = [];
        foreach (TypeDefinitionHandle handle in _assembly.Metadata.TypeDefinitions)
        {
            DefinedNode type = new(_assembly, handle);
            TypeDefinition definition = type.Definition();
            functions.AddRange(delegates.Read(handle, isFunction));
            switch (_shapes.Models.KindOf(type))
            {
                case TypeKind.Enum:
                    enums.Add(_shapes.Models.EnumOf(type));
                    break;
                case TypeKind.Struct
                    when definition.GetGenericParameters().Count == 0
                        && (definition.Attributes & TypeAttributes.LayoutMask) != TypeAttributes.AutoLayout:
                    structs.Add(_shapes.Models.StructOf(type, isRaw: TypeModels.IsMarshallingDisabled(_assembly)));
                    break;
            }
        }

        return new DeclarationSet
        {
            Functions = functions,
            Structs = structs,
            Enums = enums,
            Constants = [.. _assembly.Metadata.TypeDefinitions.SelectMany(ConstantsOf)],
        };
    }

    private IEnumerable<ManagedConstant> ConstantsOf(TypeDefinitionHandle handle)
    {
        MetadataReader metadata = _assembly.Metadata;
        if (_shapes.Models.KindOf(new DefinedNode(_assembly, handle)) == TypeKind.Enum)
        {
            yield break;
        }

        foreach (FieldDefinition field in metadata.GetTypeDefinition(handle).GetFields().Select(metadata.GetFieldDefinition))
        {
            if (
                (field.Attributes & FieldAttributes.Literal) != 0
                && !field.GetDefaultValue().IsNil
                && ConstantReader.ValueOf(metadata, field.GetDefaultValue()) is { } value)
            {
                string name = metadata.GetString(field.Name);
                yield return new ManagedConstant(name, value) { Origin = new MemberPlace(_assembly, handle, MemberKind.Field, name) };
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}
