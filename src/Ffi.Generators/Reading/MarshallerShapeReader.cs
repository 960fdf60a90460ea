using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads the shape of a marshaller that a declaration names: what <c>[CustomMarshaller]</c> on it says for a type and
/// direction.</summary>
internal static class MarshallerShapeReader
{
    private const string Marshalling = AttributeReader.Interop + ".Marshalling";

    /// <summary>The marshaller; with an empty native type where it has no shape for the direction.</summary>
    /// <param name="entry">The type that the declaration names.</param>
    /// <param name="managed">What is to be carried.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="isElement">Whether it is an element of a collection.</param>
    /// <param name="elements">Of a collection: how its elements are passed.</param>
    /// <param name="within">The type that generated code is in; null if that is a type of our own.</param>
    public static MarshallerModel Read(
        INamedTypeSymbol entry,
        ITypeSymbol managed,
        MarshalDirection direction,
        bool isElement,
        ElementsModel? elements,
        INamedTypeSymbol? within)
    {
        MarshallerModel none = new(entry.ToDisplayString(), NativeType: "", MarshallerMembers.None);
        bool isCollection = entry.OriginalDefinition.Find(Marshalling, "ContiguousCollectionMarshallerAttribute") is not null;
        if (
            MarshallerFor(entry, managed, direction, isElement) is not { } definition
            || (isCollection && elements is null or { Marshaller.NativeType.Length: 0 })
            || Close(definition, entry, managed, isCollection) is not { } type)
        {
            return none;
        }

        MarshallerShapeRules rules = new(type, managed, within);
        if ((isCollection ? rules.CollectionBy(direction, elements!) : rules.ValueBy(direction, isElement)) is not { } native)
        {
            return none;
        }

        string NameOf(ITypeSymbol symbol) =>
            isCollection ? Substitute(symbol, type, elements!) : symbol.ToDisplayString(TypeReader.Qualified);
        string buffer = direction == MarshalDirection.In && !isElement && rules.Buffer is { } room ? NameOf(room) : "";
        return new MarshallerModel(
            NameOf(type),
            NameOf(native),
            MembersOf(type, rules, direction) | (buffer.Length > 0 ? MarshallerMembers.Buffer : 0),
            buffer,
            isCollection ? elements : null);
    }

    /// <summary>A native element type as an argument of a generic type: C# takes no pointers there.</summary>
    public static string AsTypeArgument(string nativeType) => nativeType.EndsWith("*", StringComparison.Ordinal) ? "nint" : nativeType;

    // System.Runtime.InteropServices.Marshalling.MarshalMode.
    private static INamedTypeSymbol? MarshallerFor(INamedTypeSymbol entry, ITypeSymbol managed, MarshalDirection direction, bool isElement)
    {
        int wanted = (isElement ? 7 : 1) + (int)direction;
        INamedTypeSymbol? fallback = null;
        foreach (AttributeData attribute in entry.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Marshalling, "CustomMarshallerAttribute")
                && attribute.ConstructorArguments is [{ Value: ITypeSymbol carried }, { Value: int mode }, { Value: INamedTypeSymbol type }]
                && Carries(carried, managed))
            {
                if (mode == wanted)
                {
                    return type;
                }

                fallback = mode == 0 ? type : fallback;
            }
        }

        return fallback;
    }

    // An entry type may have marshallers for several types. That of an open generic type is named by a placeholder, or is open too.
    private static bool Carries(ITypeSymbol carried, ITypeSymbol managed) =>
        (carried, managed) switch
        {
            (INamedTypeSymbol { Name: "GenericPlaceholder" }, _) or (ITypeParameterSymbol, _) => true,
            (IArrayTypeSymbol one, IArrayTypeSymbol other) => Carries(one.ElementType, other.ElementType),
            (IPointerTypeSymbol one, IPointerTypeSymbol other) => Carries(one.PointedAtType, other.PointedAtType),
            (INamedTypeSymbol { IsUnboundGenericType: true } one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(
                one.OriginalDefinition,
                other.OriginalDefinition),
            (INamedTypeSymbol { Arity: > 0 } one, INamedTypeSymbol other)
                when SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition) => one
                .TypeArguments.Zip(other.TypeArguments, Carries)
                .All(static carries => carries),
            _ => SymbolEqualityComparer.Default.Equals(carried, managed),
        };

    // An open entry type has the managed type's own arguments, and a collection's has the native element as well, which stays open here.
    private static INamedTypeSymbol? Close(INamedTypeSymbol type, INamedTypeSymbol entry, ITypeSymbol managed, bool isCollection)
    {
        INamedTypeSymbol open = entry.OriginalDefinition;
        if (open.Arity == 0)
        {
            return type.IsUnboundGenericType ? null : type;
        }

        List<ITypeSymbol> arguments = !entry.IsUnboundGenericType ? [.. entry.TypeArguments] : managed switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol named => [.. named.TypeArguments],
            _ => [],
        };
        if (isCollection && arguments.Count == open.Arity - 1)
        {
            arguments.Add(open.TypeParameters[open.Arity - 1]);
        }

        if (arguments.Count != open.Arity || !open.TypeParameters.Zip(arguments, Meets).All(static meets => meets))
        {
            return null;
        }

        INamedTypeSymbol closed = open.Construct([.. arguments]);
        return SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, open) ? closed
            : closed.GetTypeMembers(type.Name, 0).FirstOrDefault();
    }

    // C# would refuse a generic type whose argument breaks a constraint. A type parameter that is left open is checked where it is
    // replaced.
    private static bool Meets(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        argument is ITypeParameterSymbol
        || (
            argument is not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            && (!argument.IsRefLikeType || parameter.AllowsRefLikeType)
            && (!parameter.HasUnmanagedTypeConstraint || argument.IsUnmanagedType)
            && (
                !parameter.HasValueTypeConstraint
                || argument is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
            && (!parameter.HasReferenceTypeConstraint || argument.IsReferenceType)
            && (
                !parameter.HasConstructorConstraint
                || argument.IsValueType
                || argument is INamedTypeSymbol { IsAbstract: false } named
                    && named.InstanceConstructors.Any(static constructor =>
                        constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }))
            && parameter.ConstraintTypes.All(constraint => constraint is ITypeParameterSymbol || IsOrDerives(argument, constraint)));

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol ancestor)
    {
        if (
            type.AllInterfaces.Any(inherited =>
                SymbolEqualityComparer.Default.Equals(inherited.OriginalDefinition, ancestor.OriginalDefinition)))
        {
            return true;
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static string Substitute(ITypeSymbol symbol, INamedTypeSymbol marshaller, ElementsModel elements)
    {
        INamedTypeSymbol entry = marshaller.Arity == 0 && marshaller.ContainingType is { } containing ? containing : marshaller;
        string open = entry.OriginalDefinition.TypeParameters is [.., var last] ? last.Name : "";
        string name = symbol.ToDisplayString(TypeReader.Qualified);
        string element = AsTypeArgument(elements.NativeType);
        return name == open || name == open + "*" ? element + name.Substring(open.Length) : name.Replace(open + ">", element + ">");
    }

    private static MarshallerMembers MembersOf(INamedTypeSymbol type, MarshallerShapeRules rules, MarshalDirection direction)
    {
        MarshallerMembers members =
            (type.IsValueType ? MarshallerMembers.Stateful : 0) | (type.IsRefLikeType ? MarshallerMembers.RefStruct : 0);
        members |= rules.Has("Free") ? MarshallerMembers.Free : 0;
        members |= rules.Has("OnInvoked") ? MarshallerMembers.OnInvoked : 0;
        members |= rules.Has("ConvertToManaged") || rules.Has("ToManaged") ? 0 : MarshallerMembers.Finally;
        return direction == MarshalDirection.In && rules.IsPinnable ? members | MarshallerMembers.Pinnable : members;
    }
}
