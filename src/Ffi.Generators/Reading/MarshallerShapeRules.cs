using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Whether a marshaller has every member that generated code calls, with the signature that it calls: the shapes that the base
/// class library documents for <c>CustomMarshallerAttribute</c>. What a call could not compile with is no shape.</summary>
/// <param name="type">The marshaller, closed.</param>
/// <param name="managed">What it carries.</param>
/// <param name="within">The type that the calls are in; null if that is a type of our own.</param>
internal sealed class MarshallerShapeRules(INamedTypeSymbol type, ITypeSymbol managed, INamedTypeSymbol? within)
{
    private bool IsStateful => type.IsValueType;

    /// <summary>What stands for a value in C; null if no value is passed in this way.</summary>
    public ITypeSymbol? ValueBy(MarshalDirection direction, bool isElement) =>
        !FitType(isElement)
            ? null
            : NativeBy(
                direction,
                direction == MarshalDirection.Out ? null : Outgoing(direction, isElement),
                direction == MarshalDirection.In ? null : Incoming(isElement));

    /// <summary>What stands for a collection in C; null if no value is passed in this way.</summary>
    public ITypeSymbol? CollectionBy(MarshalDirection direction, ElementsModel elements)
    {
        ITypeSymbol? sent =
            direction != MarshalDirection.Out && Container(direction) is { } container && HasElementsToRead(elements, container)
                ? container
                : null;
        ITypeSymbol? received =
            direction != MarshalDirection.In && ManagedContainer() is { } filled && HasElementsToWrite(elements, filled) ? filled : null;
        return FitType(isElement: false) ? NativeBy(direction, sent, received) : null;
    }

    private ITypeSymbol? NativeBy(MarshalDirection direction, ITypeSymbol? sent, ITypeSymbol? received)
    {
        bool isWhole = direction switch
        {
            MarshalDirection.In => sent is not null,
            MarshalDirection.Out => received is not null,
            _ => sent is not null && SymbolEqualityComparer.Default.Equals(sent, received),
        };
        return isWhole && (sent ?? received) is { } native && IsNative(native) && FitRest(direction, native) ? native : null;
    }

    /// <summary>What the room holds that it takes; null if it takes none.</summary>
    public ITypeSymbol? Buffer =>
        BufferMethod() is { } method && HasBufferSize() ? ((INamedTypeSymbol)method.Parameters[1].Type).TypeArguments[0] : null;

    /// <summary>Whether what it gives is pinned during the call.</summary>
    public bool IsPinnable => Methods("GetPinnableReference").Any(method =>
        method.IsStatic != IsStateful && method.RefKind != RefKind.None && Takes(method, IsStateful ? [] : [managed]));

    /// <summary>Whether the member is one that generated code calls.</summary>
    public bool Has(string name) => Methods(name).Any(method => method.IsStatic != IsStateful);

    private bool FitType(bool isElement) => type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsUnboundGenericType: false }
        && IsReachable(type)
        && !(IsStateful && isElement)
        && (!IsStateful || type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsReachable(constructor)))
        && !type.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
        && Named("GetPinnableReference").All(member => IsPinnable || (IsStateful && member.IsStatic));

    private bool FitRest(MarshalDirection direction, ITypeSymbol native) =>
        Named("Free").All(_ => Methods("Free").Any(method => method.IsStatic != IsStateful && Takes(method, IsStateful ? [] : [native])))
        && (!IsStateful || Named("OnInvoked").All(_ => Find("OnInvoked", []) is not null))
        // The result of a state on the stack may refer to that state.
        && !(direction != MarshalDirection.In && managed.IsRefLikeType && type.IsRefLikeType);

    private ITypeSymbol? Outgoing(MarshalDirection direction, bool isElement)
    {
        bool takes =
            Find(IsStateful ? "FromManaged" : "ConvertToUnmanaged", [managed]) is not null
            || (direction == MarshalDirection.In && !isElement && Buffer is not null);
        IMethodSymbol? giving =
            IsStateful ? Find("ToUnmanaged", [])
            : direction == MarshalDirection.In && !isElement && Buffer is not null ? BufferMethod()
            : Find("ConvertToUnmanaged", [managed]);
        return takes ? giving?.ReturnType : null;
    }

    private ITypeSymbol? Incoming(bool isElement)
    {
        IMethodSymbol? taking = (
            IsStateful ? Methods("FromUnmanaged") : Methods("ConvertToManaged", "ConvertToManagedFinally")
        ).FirstOrDefault(method =>
            method.IsStatic != IsStateful
            && method is { Parameters: [{ RefKind: RefKind.None }] }
            && (!isElement || method.Name == "ConvertToManaged"));
        IMethodSymbol? giving = IsStateful ? Find("ToManaged", []) ?? Find("ToManagedFinally", []) : taking;
        return giving is not null && IsSame(giving.ReturnType, managed) ? taking?.Parameters[0].Type : null;
    }

    private ITypeSymbol? Container(MarshalDirection direction)
    {
        if (IsStateful)
        {
            return Find("FromManaged", [managed]) is not null || (direction == MarshalDirection.In && Buffer is not null)
                ? Find("ToUnmanaged", [])?.ReturnType
                : null;
        }

        return (
            direction == MarshalDirection.In && Buffer is not null
                ? BufferMethod()
                : Methods("AllocateContainerForUnmanagedElements")
                    .FirstOrDefault(method => method.IsStatic && method.Parameters.Length == 2 && TakesContainer(method))
        )?.ReturnType;
    }

    private ITypeSymbol? ManagedContainer()
    {
        if (IsStateful)
        {
            IMethodSymbol? giving = Find("ToManaged", []) ?? Find("ToManagedFinally", []);
            return giving is not null && IsSame(giving.ReturnType, managed)
                ? Methods("FromUnmanaged")
                    .FirstOrDefault(static method => method is { IsStatic: false, Parameters: [{ RefKind: RefKind.None }] })
                    ?.Parameters[0]
                    .Type
                : null;
        }

        return Methods("AllocateContainerForManagedElements")
            .FirstOrDefault(method =>
                method
                    is {
                        IsStatic: true,
                        Parameters: [{ RefKind: RefKind.None }, { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 }]
                    }
                && IsSame(method.ReturnType, managed))
            ?.Parameters[0]
            .Type;
    }

    private bool HasElementsToRead(ElementsModel elements, ITypeSymbol native) =>
        Gives("GetManagedValuesSource", IsStateful ? [] : [managed], "ReadOnlySpan", elements.ManagedType)
        && Gives("GetUnmanagedValuesDestination", IsStateful ? [] : [native, null], "Span", elements.NativeType);

    private bool HasElementsToWrite(ElementsModel elements, ITypeSymbol native) =>
        Gives("GetUnmanagedValuesSource", IsStateful ? [null] : [native, null], "ReadOnlySpan", elements.NativeType)
        && Gives("GetManagedValuesDestination", IsStateful ? [null] : [managed], "Span", elements.ManagedType);

    // The native element is the last type parameter, which stays open here.
    private bool Gives(string name, ITypeSymbol?[] parameters, string span, string element) =>
        Find(name, parameters)?.ReturnType is INamedTypeSymbol { TypeArguments: [var held] } result
        && result.Is("System", span)
        && (held is ITypeParameterSymbol || held.ToDisplayString(TypeReader.Qualified).TrimEnd('?') == element.TrimEnd('?'));

    private IMethodSymbol? BufferMethod() =>
        Methods(IsStateful ? ["FromManaged"] : ["ConvertToUnmanaged", "AllocateContainerForUnmanagedElements"])
            .FirstOrDefault(method =>
                method.IsStatic != IsStateful
                && method.Parameters
                    is [
                        var value,
                        { RefKind: RefKind.None, Type: INamedTypeSymbol { TypeArguments: [{ IsUnmanagedType: true }] } room },
                        ..,
                    ]
                && room.Is("System", "Span")
                && IsSame(value.Type, managed)
                && IsPassedPlainly(value)
                && (
                    method.Name == "AllocateContainerForUnmanagedElements"
                        ? method.Parameters.Length == 3 && TakesContainer(method)
                        : method.Parameters.Length == 2));

    private bool TakesContainer(IMethodSymbol method) => IsSame(method.Parameters[0].Type, managed) && IsPassedPlainly(method.Parameters[0])
        && method.Parameters[method.Parameters.Length - 1] is { RefKind: RefKind.Out, Type.SpecialType: SpecialType.System_Int32 };

    private bool HasBufferSize() => Named("BufferSize").Any(member => member.IsStatic && IsReachable(member) && member switch
    {
        IPropertySymbol { Type.SpecialType: SpecialType.System_Int32, GetMethod: { } getter } => IsReachable(getter),
        IFieldSymbol { Type.SpecialType: SpecialType.System_Int32 } => true,
        _ => false,
    });

    private IMethodSymbol? Find(string name, ITypeSymbol?[] parameters) =>
        Methods(name).FirstOrDefault(method => method.IsStatic != IsStateful && Takes(method, parameters));

    // A null stands for an int.
    private static bool Takes(IMethodSymbol method, ITypeSymbol?[] parameters) =>
        method.Parameters.Length == parameters.Length
        && method
            .Parameters.Zip(
                parameters,
                static (parameter, wanted) =>
                    IsPassedPlainly(parameter)
                    && (wanted is null ? parameter.Type.SpecialType == SpecialType.System_Int32 : IsSame(parameter.Type, wanted)))
            .All(static fits => fits);

    private static bool IsPassedPlainly(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static bool IsNative(ITypeSymbol native) => native switch
    {
        ITypeParameterSymbol or IPointerTypeSymbol { PointedAtType: ITypeParameterSymbol } => true,
        { SpecialType: SpecialType.System_Void or SpecialType.System_Boolean or SpecialType.System_Char } => false,
        _ => native.IsUnmanagedType,
    };

    private IEnumerable<IMethodSymbol> Methods(params string[] names) =>
        names
            .SelectMany(Named)
            .OfType<IMethodSymbol>()
            .Where(method => method is { Arity: 0, MethodKind: MethodKind.Ordinary } && IsReachable(method));

    private IEnumerable<ISymbol> Named(string name) => type.GetMembers(name);

    private bool IsReachable(ISymbol symbol)
    {
        for (
            ISymbol? current = symbol;
            current is ITypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol;
            current = current.ContainingType)
        {
            bool isReachable = current.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.NotApplicable => true,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => within is null
                    ? !current.DeclaringSyntaxReferences.IsEmpty
                    : IsSame(current.ContainingAssembly, within.ContainingAssembly),
                _ => IsAround(current.ContainingType),
            };
            if (!isReachable)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(IAssemblySymbol one, IAssemblySymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private bool IsAround(INamedTypeSymbol? outer)
    {
        for (INamedTypeSymbol? current = within; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, outer?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
