using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Turns a type symbol into what planning needs to know of it.</summary>
internal sealed class TypeReader
{
    /// <summary>How types are spelled in generated files.</summary>
    public static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // Every call site asks for the attributes of its assembly. The table keeps no compilation alive: its keys are weak.
    private static readonly ConditionalWeakTable<IAssemblySymbol, TypeReader> s_readers = new();

    private readonly BlittabilityReader _blittability;

    // Most signatures consist of the same few types, and spelling a type takes longer than everything else about it.
    private readonly ConcurrentDictionary<ITypeSymbol, TypeModel> _models = new(SymbolEqualityComparer.IncludeNullability);

    private TypeReader(IAssemblySymbol assembly)
    {
        // The attribute makes every unmanaged type blittable.
        _blittability = new(assembly.Find("System.Runtime.CompilerServices", "DisableRuntimeMarshallingAttribute") is not null);
        Counterparts = new(assembly, this);
    }

    /// <summary>Reads the structs and objects of the assembly's declarations that are converted.</summary>
    public CounterpartReader Counterparts { get; }

    /// <summary>The reader for an assembly's declarations, which knows whether its run-time marshalling is off.</summary>
    public static TypeReader Of(IAssemblySymbol assembly) => s_readers.GetValue(assembly, static assembly => new(assembly));

    public TypeModel Read(ITypeSymbol type)
    {
        if (!_models.TryGetValue(type, out TypeModel? model))
        {
            model = ReadAnew(type);
            _models.TryAdd(type, model);
        }

        return model;
    }

    private TypeModel ReadAnew(ITypeSymbol type)
    {
        string name = type.ToDisplayString(Qualified);
        return type switch
        {
            { SpecialType: SpecialType.System_Void } => new(name, TypeShape.Void),
            { SpecialType: SpecialType.System_Boolean } => new(name, TypeShape.Boolean),
            { SpecialType: SpecialType.System_Char } => new(name, TypeShape.Char),
            { SpecialType: SpecialType.System_String } => new(name, TypeShape.String),
            _ when !type.IsResolved() => new(name, TypeShape.Unsupported, Fault: TypeFault.Unresolved),
            IPointerTypeSymbol pointer => ReadPointer(name, pointer),
            IFunctionPointerTypeSymbol pointer => ReadFunctionPointer(name, pointer),
            { TypeKind: TypeKind.Enum } => new(name, TypeShape.Scalar),
            { TypeKind: TypeKind.TypeParameter } => new(name, TypeShape.Unsupported, Fault: TypeFault.TypeParameter),
            { TypeKind: TypeKind.Delegate } => new(name, TypeShape.Delegate),
            IArrayTypeSymbol { IsSZArray: true } array => Holding(name, TypeShape.Array, array.ElementType),
            IArrayTypeSymbol => new(name, TypeShape.Unsupported, Fault: TypeFault.MultidimensionalArray),
            _ when type.IsNumber() => new(name, TypeShape.Scalar),
            INamedTypeSymbol { TypeArguments: [var element], ContainingType: null } generic when ShapeOfGeneric(generic) is { } shape =>
                Holding(name, shape, element),
            INamedTypeSymbol { TypeKind: TypeKind.Struct } structure => ReadStruct(name, structure),
            INamedTypeSymbol handle when IsSafeHandle(handle) => new(
                name,
                TypeShape.SafeHandle,
                IsConstructible: ObstacleToNew(handle).Length == 0,
                FaultDetail: ObstacleToNew(handle)),
            _ => ReadObject(name, type),
        };
    }

    // A generic type has no layout that the runtime would convert.
    private static FormattedKind FormattedOf(ITypeSymbol type) =>
        type is not INamedTypeSymbol { IsGenericType: false } named ? FormattedKind.None
        : named.TypeKind == TypeKind.Struct
            ? StructLayout.Of(named).IsAuto ? FormattedKind.None
                : FormattedKind.Struct
        : named is { TypeKind: TypeKind.Class, IsAbstract: false } && StructLayout.IsFormatted(named) ? FormattedKind.Class
        : FormattedKind.None;

    private static TypeShape? ShapeOfGeneric(INamedTypeSymbol type) => type.Name switch
    {
        "Span" when type.IsIn("System") => TypeShape.Span,
        "ReadOnlySpan" when type.IsIn("System") => TypeShape.ReadOnlySpan,
        "Memory" when type.IsIn("System") => TypeShape.Memory,
        "ReadOnlyMemory" when type.IsIn("System") => TypeShape.ReadOnlyMemory,
        "BorrowedHandle" when type.IsIn("Ffi") => TypeShape.BorrowedHandle,
        "NativeCallback" when type.IsIn("Ffi") => TypeShape.NativeCallback,
        "PinnedBuffer" when type.IsIn("Ffi") => TypeShape.PinnedBuffer,
        _ => null,
    };

    private TypeModel ReadObject(string name, ITypeSymbol type)
    {
        FormattedKind formatted = FormattedOf(type);
        return new(
            name,
            TypeShape.Unsupported,
            Fault: TypeFault.Managed,
            Formatted: formatted,
            Counterpart: formatted == FormattedKind.Class ? Counterparts.Read((INamedTypeSymbol)type) : null);
    }

    /// <summary>Whether the type is a handle that an object owns.</summary>
    public static bool IsSafeHandle(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(AttributeReader.Interop, "SafeHandle"))
            {
                return true;
            }
        }

        return false;
    }

    // Generated code is in the library's own assembly. It can't reach a private constructor, even if the handle is nested in the library.
    private static string ObstacleToNew(INamedTypeSymbol type) => type.IsAbstract ? "it is abstract"
        : !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty) ? "all its constructors take arguments"
        : !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && IsWithinReach(constructor))
            ? "its constructor without parameters is not accessible"
        : IsObsoleteError(type) ? "its constructor without parameters is obsolete"
        : HasRequiredMembers(type) ? "its constructor without parameters leaves required members unset"
        : "";

    private static bool IsObsoleteError(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(static constructor =>
            constructor.Parameters.IsEmpty
            && constructor.Find("System", "ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }] });

    // Only an initializer sets them, unless the constructor has [SetsRequiredMembers].
    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        bool hasRequired = false;
        for (INamedTypeSymbol? current = type; current is not null && !hasRequired; current = current.BaseType)
        {
            hasRequired = current
                .GetMembers()
                .Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        }

        return hasRequired
            && !type.InstanceConstructors.Any(static constructor =>
                constructor.Parameters.IsEmpty
                && constructor.Find("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null);
    }

    private static bool IsWithinReach(IMethodSymbol constructor) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => !constructor.DeclaringSyntaxReferences.IsEmpty,
        _ => false,
    };

    private TypeModel Holding(string name, TypeShape shape, ITypeSymbol element) => new(name, shape, Read(element));

    // A pointer may be a handle, whatever it points to, unless only the runtime knows the order of the fields there.
    private TypeModel ReadPointer(string name, IPointerTypeSymbol pointer) =>
        pointer.PointedAtType switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Struct, IsUnmanagedType: true } structure
                when _blittability.FindFault(structure) is { Kind: TypeFault.AutoLayout } fault => new(
                name,
                TypeShape.Unsupported,
                Fault: fault.Kind,
                FaultDetail: fault.Detail),
            { IsUnmanagedType: true } or { SpecialType: SpecialType.System_Void } => new(name, TypeShape.Scalar),
            _ => new(name, TypeShape.Unsupported, Fault: TypeFault.PointerToManaged),
        };

    private static TypeModel ReadFunctionPointer(string name, IFunctionPointerTypeSymbol pointer) =>
        pointer.Signature.CallingConvention != SignatureCallingConvention.Default
            ? new(name, TypeShape.Scalar)
            : new(name, TypeShape.Unsupported, Fault: TypeFault.ManagedFunctionPointer);

    private TypeModel ReadStruct(string name, INamedTypeSymbol type)
    {
        if (_blittability.FindFault(type) is not { } fault)
        {
            return new(name, TypeShape.BlittableStruct, Formatted: FormattedOf(type));
        }

        bool mayBePointedAt =
            type.IsUnmanagedType
            && BlittabilityReader.MayBePointedAt(fault.Kind)
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
        TypeShape shape = mayBePointedAt ? TypeShape.UnmanagedStruct : TypeShape.Unsupported;
        CounterpartModel? counterpart = MayBeConverted(type, fault.Kind) ? Counterparts.Read(type) : null;
        return new(name, shape, Fault: fault.Kind, FaultDetail: fault.Detail, Formatted: FormattedOf(type), Counterpart: counterpart);
    }

    // The framework's structs hide fields, and reference assemblies have other fields.
    private static bool MayBeConverted(INamedTypeSymbol type, TypeFault fault) =>
        fault is TypeFault.NonBlittableField or TypeFault.ManagedField or TypeFault.ArrayField or TypeFault.ConvertedField
        && !type.IsRefLikeType
        && FrameworkLayouts.HiddenFieldOf(type) is null;
}
