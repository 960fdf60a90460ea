using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads the shape of a marshaller that a declaration names: what <c>[CustomMarshaller]</c> on it says for a type and direction.</summary>
internal static class MarshallerShapeReader
{
    private const string Marshalling = AttributeReader.Interop + ".Marshalling";

    /// <summary>The marshaller; with an empty native type where it has no shape for the direction.</summary>
    public static MarshallerModel Read(INamedTypeSymbol entry, ITypeSymbol managed, MarshalDirection direction, bool isElement, ElementsModel? elements)
    {
        MarshallerModel none = new(entry.ToDisplayString(), NativeType: "", MarshallerMembers.None);
        bool isCollection = entry.OriginalDefinition.Find(Marshalling, "ContiguousCollectionMarshallerAttribute") is not null;
        if (MarshallerFor(entry, direction, isElement) is not { } definition || (isCollection && elements is null) || Close(definition, entry, managed, isCollection) is not { } type)
        {
            return none;
        }

        string NameOf(ITypeSymbol symbol) => isCollection ? Substitute(symbol, type, elements!) : symbol.ToDisplayString(TypeReader.Qualified);
        MarshallerMembers members = MembersOf(type, direction);
        string buffer = direction == MarshalDirection.In && BufferOf(type) is { } room ? NameOf(room) : "";
        if ((direction == MarshalDirection.Out ? IncomingTypeOf(type) : OutgoingTypeOf(type)) is not { } native)
        {
            return none;
        }

        return new MarshallerModel(NameOf(type), NameOf(native), members | (buffer.Length > 0 ? MarshallerMembers.Buffer : 0), buffer, isCollection ? elements : null);
    }

    /// <summary>A native element type as an argument of a generic type: C# takes no pointers there.</summary>
    public static string AsTypeArgument(string nativeType) => nativeType.EndsWith("*", StringComparison.Ordinal) ? "nint" : nativeType;

    // System.Runtime.InteropServices.Marshalling.MarshalMode.
    private static INamedTypeSymbol? MarshallerFor(INamedTypeSymbol entry, MarshalDirection direction, bool isElement)
    {
        int wanted = (isElement ? 7 : 1) + (int)direction;
        INamedTypeSymbol? fallback = null;
        foreach (AttributeData attribute in entry.OriginalDefinition.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Marshalling, "CustomMarshallerAttribute")
                && attribute.ConstructorArguments is [_, { Value: int mode }, { Value: INamedTypeSymbol type }])
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

    // An open entry type has the managed type's own arguments, and a collection's has the native element as well, which stays open here.
    private static INamedTypeSymbol? Close(INamedTypeSymbol type, INamedTypeSymbol entry, ITypeSymbol managed, bool isCollection)
    {
        INamedTypeSymbol open = entry.OriginalDefinition;
        if (open.Arity == 0)
        {
            return type;
        }

        List<ITypeSymbol> arguments = entry.IsUnboundGenericType
            ? [.. managed is IArrayTypeSymbol array ? [array.ElementType] : ((INamedTypeSymbol)managed).TypeArguments]
            : [.. entry.TypeArguments];
        if (isCollection && arguments.Count == open.Arity - 1)
        {
            arguments.Add(open.TypeParameters[open.Arity - 1]);
        }

        if (arguments.Count != open.Arity)
        {
            return null;
        }

        INamedTypeSymbol closed = open.Construct([.. arguments]);
        return SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, open) ? closed
            : closed.GetTypeMembers(type.Name, 0).FirstOrDefault();
    }

    private static string Substitute(ITypeSymbol symbol, INamedTypeSymbol marshaller, ElementsModel elements)
    {
        INamedTypeSymbol entry = marshaller.Arity == 0 && marshaller.ContainingType is { } containing ? containing : marshaller;
        string open = entry.OriginalDefinition.TypeParameters is [.., var last] ? last.Name : "";
        string name = symbol.ToDisplayString(TypeReader.Qualified);
        string element = AsTypeArgument(elements.NativeType);
        return name == open || name == open + "*" ? element + name.Substring(open.Length) : name.Replace(open + ">", element + ">");
    }

    private static MarshallerMembers MembersOf(INamedTypeSymbol type, MarshalDirection direction)
    {
        MarshallerMembers members = (type.IsValueType ? MarshallerMembers.Stateful : 0) | (type.IsRefLikeType ? MarshallerMembers.RefStruct : 0);
        members |= HasMethod(type, "Free") ? MarshallerMembers.Free : 0;
        members |= HasMethod(type, "OnInvoked") ? MarshallerMembers.OnInvoked : 0;
        members |= HasMethod(type, "ConvertToManagedFinally") || HasMethod(type, "ToManagedFinally") ? MarshallerMembers.Finally : 0;
        if (direction != MarshalDirection.In)
        {
            return members;
        }

        return members | (HasMethod(type, "GetPinnableReference") ? MarshallerMembers.Pinnable : 0);
    }

    // What the room holds that the marshaller takes; null where it takes none.
    private static ITypeSymbol? BufferOf(INamedTypeSymbol type) => type.GetMembers("BufferSize").IsEmpty ? null
        : Methods(type, "ConvertToUnmanaged", "FromManaged", "AllocateContainerForUnmanagedElements")
            .SelectMany(static method => method.Parameters.Skip(1))
            .Where(static parameter => parameter.RefKind == RefKind.None && parameter.Type.Is("System", "Span"))
            .Select(static parameter => ((INamedTypeSymbol)parameter.Type).TypeArguments[0])
            .FirstOrDefault();

    private static ITypeSymbol? OutgoingTypeOf(INamedTypeSymbol type) =>
        Methods(type, "ConvertToUnmanaged", "ToUnmanaged", "AllocateContainerForUnmanagedElements").FirstOrDefault()?.ReturnType;

    private static ITypeSymbol? IncomingTypeOf(INamedTypeSymbol type) =>
        Methods(type, "ConvertToManaged", "ConvertToManagedFinally", "FromUnmanaged", "AllocateContainerForManagedElements")
            .FirstOrDefault()?.Parameters.FirstOrDefault()?.Type;

    private static bool HasMethod(INamedTypeSymbol type, string name) => type.GetMembers(name).Any(static member => member is IMethodSymbol);

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, params string[] names) =>
        names.SelectMany(name => type.GetMembers(name)).OfType<IMethodSymbol>();
}
