using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Reading;

/// <summary>Turns a <c>[NativeFunction]</c> method into its model.</summary>
internal static class FunctionReader
{
    /// <summary>The attribute that makes a method a function, or sets a delegate type's options; null if there is none.</summary>
    public static AttributeData? FindAttribute(ISymbol declaration) =>
        declaration.Find(AttributeReader.Ffi, KnownNames.NativeFunctionAttribute);

    public static FunctionModel Read(IMethodSymbol method, AttributeData? attribute, TypeReader types, CancellationToken cancellation)
    {
        string modifiers = ReadModifiers(method, cancellation);
        FunctionOptions options = OptionsReader.Read(method, attribute);
        FunctionModel function = new(
            method.Name,
            attribute?.First<string>() ?? method.Name,
            modifiers,
            types.Read(method.ReturnType),
            method.Parameters
                .Select(parameter => ReadParameter(parameter, method, types, options, CallbackReader.Read(parameter, types)))
                .ToEquatableArray(),
            options,
            FlawReader.Read(method, modifiers),
            AttributeReader.ReadMarshalAs(method.GetReturnTypeAttributes()),
            MarshallerReader.ReadReturn(method, attribute, types),
            OwnershipReader.Read(method.GetReturnTypeAttributes()),
            ReturnAttributes: SaidAttributeReader.Read(method.GetReturnTypeAttributes()),
            Unheeded: new InteropAttributeReader(method, method, attribute).Read(isCallback: false),
            UnheededByReturn: ValueAttributeReader.ReadReturn(method),
            ReturnEncoding: TextOptions.OfValue(method.GetReturnTypeAttributes()),
            Generics: GenericsReader.Read(method),
            ReturnsBy: method.RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.RefReadOnly => "ref readonly ",
                _ => "",
            });
        bool isOwnershipTold =
            function.ReturnOwnership is not null || function.Parameters.Any(static parameter => parameter.Ownership is not null);
        return isOwnershipTold ? function with { Documentation = OwnershipReader.ReadDocumentation(method, cancellation) } : function;
    }

    /// <summary>The signature of a method that isn't ours to bind: an import, a callback, managed code.</summary>
    public static FunctionModel ReadSignature(IMethodSymbol method, TypeReader types)
    {
        FunctionOptions options = OptionsReader.Read(method, function: null);
        return new(
            method.Name,
            EntryPoint: "",
            Modifiers: "",
            types.Read(method.ReturnType),
            method.Parameters
                .Select(parameter => ReadParameter(parameter, method, types, options, CallbackReader.Read(parameter, types)))
                .ToEquatableArray(),
            options,
            method.IsStatic ? FunctionFlaws.Static : FunctionFlaws.Instance,
            ReturnAttributes: SaidAttributeReader.Read(method.GetReturnTypeAttributes()));
    }

    public static ParameterModel ReadParameter(
        IParameterSymbol parameter, IMethodSymbol method, TypeReader types, FunctionOptions options, CallbackModel? callback = null) => new(
        parameter.Name,
        types.Read(parameter.Type),
        parameter.RefKind switch
        {
            RefKind.Ref => PassingMode.Ref,
            RefKind.In => PassingMode.In,
            RefKind.RefReadOnlyParameter => PassingMode.RefReadOnly,
            RefKind.Out => PassingMode.Out,
            _ => PassingMode.Value,
        },
        ReadModifiers(parameter, method),
        AttributeReader.ReadMarshalAs(parameter.GetAttributes()),
        parameter.Find(AttributeReader.Interop, "MarshalAsAttribute")?.Named<int?>("ArraySubType"),
        ParameterTraitsReader.Read(parameter),
        TextOptions.OfValue(parameter.GetAttributes()) ?? options.Encoding,
        callback,
        ReadLengthFrom(parameter),
        MarshallerReader.ReadParameter(parameter, method, FindAttribute(method) ?? FindAttribute(method.ContainingType), types),
        OwnershipReader.Read(parameter.GetAttributes()),
        SaidAttributeReader.Read(parameter.GetAttributes()),
        ValueAttributeReader.ReadParameter(parameter, method));

    private static EquatableArray<string> ReadLengthFrom(IParameterSymbol parameter) =>
        parameter.Find(AttributeReader.Ffi, "LengthFromAttribute")
            is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } names] }
            ? names.Values.Select(static name => name.Value as string ?? "").ToEquatableArray()
            : default;

    private static string ReadModifiers(IParameterSymbol parameter, IMethodSymbol method)
    {
        string modifiers = method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "";
        if (parameter.IsParams)
        {
            modifiers += "params ";
        }

        if (parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams)
        {
            modifiers += "scoped ";
        }

        return modifiers + parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            RefKind.Out => "out ",
            _ => "",
        };
    }

    // Both halves of a partial method must have the same modifiers, so they are copied as they stand.
    private static string ReadModifiers(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(cancellation) is MethodDeclarationSyntax syntax
            ? string.Join(" ", syntax.Modifiers.Select(static token => token.Text).Distinct())
            : "";
}
