using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Turns a delegate type into the model of the native function that it stands for.</summary>
internal static class DelegateReader
{
    /// <summary>The function, with what stands for the delegates that it takes in turn.</summary>
    public static FunctionModel ReadFunction(INamedTypeSymbol type, TypeReader types)
    {
        FunctionModel function = Read(type, types, isCallback: false);
        return function with
        {
            Parameters = function
                .Parameters.Zip(
                    type.DelegateInvokeMethod!.Parameters,
                    (parameter, symbol) => parameter with { Callback = CallbackReader.Read(symbol, types) })
                .ToEquatableArray(),
        };
    }

    /// <summary>The function; a delegate that it takes is left at its name, since delegate types may refer to themselves.</summary>
    public static FunctionModel Read(INamedTypeSymbol type, TypeReader types, bool isCallback)
    {
        IMethodSymbol invoke = type.DelegateInvokeMethod!;
        FunctionOptions options = OptionsReader.Read(type, FunctionReader.FindAttribute(type));
        return new FunctionModel(
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            EntryPoint: "",
            Modifiers: "",
            types.Read(invoke.ReturnType),
            invoke.Parameters.Select(parameter => FunctionReader.ReadParameter(parameter, invoke, types, options)).ToEquatableArray(),
            options,
            FunctionFlaws.Static | (invoke.RefKind == RefKind.None ? FunctionFlaws.None : FunctionFlaws.ReturnsByReference),
            AttributeReader.ReadMarshalAs(invoke.GetReturnTypeAttributes()),
            ReturnMarshaller: MarshallerReader.ReadReturn(invoke, FunctionReader.FindAttribute(type), types),
            ReturnOwnership: OwnershipReader.Read(invoke.GetReturnTypeAttributes()),
            ReturnAttributes: SaidAttributeReader.Read(invoke.GetReturnTypeAttributes()),
            Unheeded: new InteropAttributeReader(type, invoke, FunctionReader.FindAttribute(type)).Read(isCallback),
            UnheededByReturn: ValueAttributeReader.ReadReturn(invoke),
            ReturnEncoding: TextOptions.OfValue(invoke.GetReturnTypeAttributes()));
    }

    /// <summary>Whether the type has no type parameters left and can be named anywhere in the compilation.</summary>
    public static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or { TypeKind: TypeKind.Error } or { IsAnonymousType: true } => false,
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        IPointerTypeSymbol pointer => CanBeNamed(pointer.PointedAtType),
        INamedTypeSymbol named => IsVisible(named)
            && named.TypeArguments.All(CanBeNamed)
            && (named.ContainingType is null || CanBeNamed(named.ContainingType)),
        _ => true,
    };

    /// <summary>Whether all that the signature of a delegate type is made of can be named anywhere in the compilation, whoever can name the
    /// type itself.</summary>
    public static bool HasNamedSignature(INamedTypeSymbol type) =>
        type.DelegateInvokeMethod is { } invoke
        && CanBeNamed(invoke.ReturnType)
        && invoke.Parameters.All(static parameter => CanBeNamed(parameter.Type))
        && invoke.Parameters.SelectMany(static parameter => parameter.GetAttributes())
            .Concat(invoke.GetReturnTypeAttributes())
            .Concat(type.GetAttributes())
            .SelectMany(static attribute =>
                attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static argument => argument.Value)))
            .All(static argument => argument is not { Kind: TypedConstantKind.Type, Value: ITypeSymbol named } || CanBeNamed(named));

    /// <summary>What tells a delegate type from all others, where its C# spelling does not: two files may each have one of a
    /// name.</summary>
    public static string KeyOf(INamedTypeSymbol type)
    {
        string files = string.Concat(Nesting(type).Where(static type => type.IsFileLocal).Select(static type => "@" + type.MetadataName));
        return type.ToDisplayString(TypeReader.Qualified) + files;
    }

    private static IEnumerable<INamedTypeSymbol> Nesting(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a file of its own may name the type: not where that is an error, and not through an alias, which would hold for the
    /// whole file.</summary>
    public static bool CanBeNamedInPeace(SurroundingsModel surroundings) =>
        surroundings is { MeetsObsoleteErrors: false, Renames.Count: 0, HidingType: null };

    private static bool IsVisible(INamedTypeSymbol type) =>
        !type.IsFileLocal
        && type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
