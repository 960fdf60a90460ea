using System.Numerics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.InteropServices;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies.Places;
using CallingConvention = System.Runtime.InteropServices.CallingConvention;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>The structs, enums and delegates of assemblies: one object for each type.</summary>
internal sealed class TypeModels(AssemblyFolder folder, ShapeReader shapes)
{
    private const string CompilerServices = "System.Runtime.CompilerServices.";

    private readonly Dictionary<(DefinedNode Type, bool IsRaw), ManagedStruct> _structs = [];
    private readonly Dictionary<DefinedNode, ManagedEnum> _enums = [];
    private readonly Dictionary<(DefinedNode Type, MarshalRules Rules), ManagedCallback> _callbacks = [];

    /// <summary>How a value of a type is passed.</summary>
    public ValueShape ShapeOf(DefinedNode type, MarshalDescriptor? marshal, MarshalRules rules)
    {
        return KindOf(type) switch
        {
            TypeKind.Enum => new EnumShape(EnumOf(type)),
            TypeKind.Struct when InlineLengthOf(type) is { } length => new FixedArrayShape(FirstFieldOf(type), length),
            TypeKind.Struct => new StructShape(StructOf(type, isRaw: rules.Converter != Converter.Runtime)),
            TypeKind.Handle => new AddressShape { IsHandle = true },
            TypeKind.Delegate => marshal is { Type: UnmanagedType.Interface }
                ? new AddressShape()
                : new CallbackShape(CallbackOf(type, rules)),
            TypeKind.Interface => new AddressShape(),
            TypeKind.ClassWithLayout => marshal is { Type: UnmanagedType.Struct }
                ? new StructShape(StructOf(type, isRaw: false))
                : new PointerShape(new StructShape(StructOf(type, isRaw: false)), PointerKind.Class),
            _ => new UnknownShape(),
        };
    }

    /// <summary>A struct, or a class with layout, as it is in native memory.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isRaw">Whether native code sees it as it is in managed memory.</param>
    public ManagedStruct StructOf(DefinedNode type, bool isRaw)
    {
        if (!_structs.TryGetValue((type, isRaw), out ManagedStruct? found))
        {
            TypeDefinition definition = type.Definition();
            TypeLayout layout = definition.GetLayout();
            TypeAttributes kind = definition.Attributes & TypeAttributes.LayoutMask;
            found = new ManagedStruct(type.Name(), () => FieldsOf(type, isRaw))
            {
                IsExplicit = kind == TypeAttributes.ExplicitLayout,
                IsAuto = kind == TypeAttributes.AutoLayout,
                Pack = layout.PackingSize,
                Size = layout.Size,
                Origin = new MemberPlace(type.Assembly, type.Handle, MemberKind.Type, type.Name()),
            };
            _structs.Add((type, isRaw), found);
        }

        return found;
    }

    /// <summary>An enum.</summary>
    public ManagedEnum EnumOf(DefinedNode type)
    {
        if (!_enums.TryGetValue(type, out ManagedEnum? found))
        {
            found = new ManagedEnum(type.Name(), UnderlyingOf(type), () => MembersOf(type));
            _enums.Add(type, found);
        }

        return found;
    }

    /// <summary>A delegate of an assembly that is at hand.</summary>
    public ManagedCallback CallbackOf(DefinedNode type, MarshalRules rules)
    {
        if (!_callbacks.TryGetValue((type, rules), out ManagedCallback? found))
        {
            found = new ManagedCallback(type.Name(), () => SignatureOf(type, rules))
            {
                Origin = new MemberPlace(type.Assembly, type.Handle, MemberKind.Type, type.Name()),
            };
            _callbacks.Add((type, rules), found);
        }

        return found;
    }

    /// <summary>A delegate of which only the name is known.</summary>
    public static ManagedCallback CallbackOf(NamedNode type) =>
        new(type.FullName[(type.FullName.LastIndexOf('.') + 1)..], static () => null);

    /// <summary>A function pointer.</summary>
    public ManagedCallback CallbackOf(FunctionNode function, MarshalRules rules) =>
        new(
            "delegate*",
            () =>
                new ManagedSignature(
                    function
                        .Signature.ParameterTypes.Select(type => new ManagedParameter("", shapes.Of(type, null, default, rules)))
                        .ToEquatableArray(),
                    new ManagedResult(shapes.Of(function.Signature.ReturnType, null, default, rules)))
                {
                    Convention = ConventionOf(function.Signature),
                });

    /// <summary>What a delegate's <c>Invoke</c> takes.</summary>
    public ManagedSignature? SignatureOf(DefinedNode type, MarshalRules rules)
    {
        MetadataReader metadata = type.Assembly.Metadata;
        foreach (MethodDefinitionHandle handle in type.Definition().GetMethods())
        {
            if (metadata.StringComparer.Equals(metadata.GetMethodDefinition(handle).Name, "Invoke"))
            {
                AttributeValue? pointer = type.Assembly.Attributes.Find(
                    type.Definition().GetCustomAttributes(),
                    "System.Runtime.InteropServices.UnmanagedFunctionPointerAttribute");
                MarshalRules own =
                    rules.Converter == Converter.Ffi || IsMarshallingDisabled(type.Assembly)
                        ? rules
                        : pointer?.Get<int>("CharSet") switch
                        {
                            3 => MarshalRules.Unicode,
                            4 => MarshalRules.Auto,
                            _ => MarshalRules.Ansi,
                        };
                return SignatureReader.Read(type.Assembly, handle, folder, shapes, own) with
                {
                    Convention = ConventionOf(pointer?.Fixed.FirstOrDefault() as int?),
                };
            }
        }

        return null;
    }

    /// <summary>Whether the runtime converts nothing for an assembly's imports.</summary>
    public static bool IsMarshallingDisabled(AssemblyFile assembly) =>
        assembly.Attributes.Has(
            assembly.Metadata.GetAssemblyDefinition().GetCustomAttributes(),
            CompilerServices + "DisableRuntimeMarshallingAttribute");

    /// <summary>What a type is to interop.</summary>
    public TypeKind KindOf(DefinedNode type)
    {
        TypeDefinition definition = type.Definition();
        if ((definition.Attributes & TypeAttributes.Interface) != 0)
        {
            return TypeKind.Interface;
        }

        for (TypeNode? current = BaseOf(type); current is not null; current = current is DefinedNode next ? BaseOf(next) : null)
        {
            switch (current)
            {
                case NamedNode { FullName: "System.Enum" }:
                    return TypeKind.Enum;
                case NamedNode { FullName: "System.ValueType" }:
                    return TypeKind.Struct;
                case NamedNode { FullName: var name } when KnownTypes.IsDelegate(name):
                    return TypeKind.Delegate;
                case NamedNode { FullName: var name } when KnownTypes.IsHandle(name):
                    return TypeKind.Handle;
            }
        }

        return (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout ? TypeKind.Other : TypeKind.ClassWithLayout;
    }

    private static ManagedConvention ConventionOf(int? convention) => (CallingConvention?)convention switch
    {
        CallingConvention.Cdecl => ManagedConvention.Cdecl,
        CallingConvention.StdCall => ManagedConvention.Stdcall,
        CallingConvention.ThisCall => ManagedConvention.Thiscall,
        CallingConvention.FastCall => ManagedConvention.Fastcall,
        _ => ManagedConvention.Default,
    };

    private static ManagedConvention ConventionOf(MethodSignature<TypeNode> signature) => signature.Header.CallingConvention switch
    {
        SignatureCallingConvention.CDecl => ManagedConvention.Cdecl,
        SignatureCallingConvention.StdCall => ManagedConvention.Stdcall,
        SignatureCallingConvention.ThisCall => ManagedConvention.Thiscall,
        SignatureCallingConvention.FastCall => ManagedConvention.Fastcall,
        _ => ManagedConvention.Default,
    };

    private TypeNode? BaseOf(DefinedNode type)
    {
        EntityHandle handle = type.Definition().BaseType;
        TypeNodeProvider provider = folder.ProviderOf(type.Assembly);
        return handle.Kind switch
        {
            _ when handle.IsNil => null,
            HandleKind.TypeDefinition => new DefinedNode(type.Assembly, (TypeDefinitionHandle)handle),
            HandleKind.TypeReference => provider.GetTypeFromReference(type.Assembly.Metadata, (TypeReferenceHandle)handle, 0),
            _ => provider.GetTypeFromSpecification(type.Assembly.Metadata, null, (TypeSpecificationHandle)handle, 0) is GenericNode generic
                ? generic.Type
                : null,
        };
    }

    private IEnumerable<(FieldDefinition Field, TypeNode Type)> InstanceFieldsOf(DefinedNode type)
    {
        MetadataReader metadata = type.Assembly.Metadata;
        // A class with layout has its base's fields first.
        IEnumerable<(FieldDefinition, TypeNode)> inherited =
            KindOf(type) == TypeKind.ClassWithLayout && BaseOf(type) is DefinedNode parent ? InstanceFieldsOf(parent) : [];
        return inherited.Concat(
            type.Definition()
                .GetFields()
                .Select(metadata.GetFieldDefinition)
                .Where(static field => (field.Attributes & FieldAttributes.Static) == 0)
                .Select(field => (field, field.DecodeSignature<TypeNode, object?>(folder.ProviderOf(type.Assembly), null))));
    }

    private IReadOnlyList<ManagedField> FieldsOf(DefinedNode type, bool isRaw)
    {
        MetadataReader metadata = type.Assembly.Metadata;
        MarshalRules rules = isRaw ? MarshalRules.Raw : MarshalRules.Of(type.Definition().Attributes);
        return
        [
            .. InstanceFieldsOf(type)
                .Select(field => new ManagedField(
                    FieldNames.Plain(metadata.GetString(field.Field.Name)),
                    FixedBufferOf(type, field.Field)
                        ?? Inside(
                            shapes.Of(
                                field.Type,
                                isRaw ? null : MarshalDescriptor.Read(metadata, field.Field.GetMarshallingDescriptor()),
                                default,
                                rules)))
                {
                    Offset = field.Field.GetOffset() is >= 0 and var offset ? offset : null,
                    Origin = new MemberPlace(
                        type.Assembly,
                        type.Handle,
                        MemberKind.Field,
                        FieldNames.Plain(metadata.GetString(field.Field.Name))),
                }),
        ];
    }

    // A class with layout is inside another class, as a struct is.
    private static ValueShape Inside(ValueShape shape) =>
        shape is PointerShape { Kind: PointerKind.Class } pointer ? pointer.Target : shape;

    // `fixed byte name[16]` is a field of a struct that the compiler makes, and an attribute.
    private FixedArrayShape? FixedBufferOf(DefinedNode type, FieldDefinition field)
    {
        if (
            type.Assembly.Attributes.Find(field.GetCustomAttributes(), CompilerServices + "FixedBufferAttribute")
                is not { Fixed: [_, int length] }
            || field.DecodeSignature<TypeNode, object?>(folder.ProviderOf(type.Assembly), null) is not DefinedNode buffer)
        {
            return null;
        }

        return new FixedArrayShape(FirstFieldOf(buffer), length);
    }

    private static int? InlineLengthOf(DefinedNode type) =>
        type.Assembly.Attributes.Find(type.Definition().GetCustomAttributes(), CompilerServices + "InlineArrayAttribute")
            is { Fixed: [int length] }
            ? length
            : null;

    private ValueShape FirstFieldOf(DefinedNode type) =>
        InstanceFieldsOf(type).Select(field => shapes.Of(field.Type, null, default, MarshalRules.Raw)).FirstOrDefault()
        ?? new UnknownShape();

    private IntegerShape UnderlyingOf(DefinedNode type) =>
        InstanceFieldsOf(type)
            .Select(field => shapes.Of(field.Type, null, default, MarshalRules.Raw))
            .OfType<IntegerShape>()
            .FirstOrDefault()
        ?? new IntegerShape(IntegerWidth.Four, IsSigned: true);

    private static IReadOnlyList<ManagedEnumMember> MembersOf(DefinedNode type)
    {
        MetadataReader metadata = type.Assembly.Metadata;
        return
        [
            .. type.Definition()
                .GetFields()
                .Select(metadata.GetFieldDefinition)
                .Where(static field => (field.Attributes & FieldAttributes.Literal) != 0 && !field.GetDefaultValue().IsNil)
                .Select(field => new ManagedEnumMember(
                    metadata.GetString(field.Name),
                    ConstantReader.IntegerOf(metadata, field.GetDefaultValue()) ?? BigInteger.Zero)
                {
                    Origin = new MemberPlace(type.Assembly, type.Handle, MemberKind.Field, metadata.GetString(field.Name)),
                }),
        ];
    }
}

/// <summary>What a type is to interop.</summary>
internal enum TypeKind
{
    Struct,
    Enum,
    Delegate,
    Handle,
    ClassWithLayout,
    Interface,
    Other,
}

/// <summary>Short ways to what metadata says of a type.</summary>
internal static class DefinedNodeExtensions
{
    public static TypeDefinition Definition(this DefinedNode type) => type.Assembly.Metadata.GetTypeDefinition(type.Handle);

    /// <summary>The name without namespace and outer types.</summary>
    public static string Name(this DefinedNode type) => type.Assembly.Metadata.GetString(type.Definition().Name);
}
