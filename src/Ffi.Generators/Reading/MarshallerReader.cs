using System.Collections.Immutable;
using System.Globalization;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Finds the marshaller of a parameter or result: its own <c>[MarshalUsing]</c>, else its type's <c>[NativeMarshalling]</c>,
/// else what the function or <c>[MarshalAs]</c> says of strings, else the BCL's for collections of such elements.</summary>
internal sealed class MarshallerReader(ImmutableArray<AttributeData> attributes, IMethodSymbol method, TextOptions text, TypeReader types)
{
    private const int ValueDepth = 0, ElementDepth = 1;
    public const string Marshalling = AttributeReader.Interop + ".Marshalling";

    public static MarshallerModel? ReadParameter(
        IParameterSymbol parameter,
        IMethodSymbol method,
        AttributeData? function,
        TypeReader types)
    {
        MarshalDirection direction = parameter.RefKind switch
        {
            RefKind.Ref => MarshalDirection.Ref,
            RefKind.Out => MarshalDirection.Out,
            _ => MarshalDirection.In,
        };
        bool isWritten = direction != MarshalDirection.In || (ParameterTraitsReader.Read(parameter) & ParameterTraits.Out) != 0;
        return new MarshallerReader(parameter.GetAttributes(), method, TextOptions.Of(method, function), types).Read(
            parameter.Type,
            direction,
            isWritten);
    }

    public static MarshallerModel? ReadReturn(IMethodSymbol method, AttributeData? function, TypeReader types) =>
        new MarshallerReader(method.GetReturnTypeAttributes(), method, TextOptions.Of(method, function), types).Read(
            method.ReturnType,
            MarshalDirection.Out,
            isWritten: true);

    private MarshallerModel? Read(ITypeSymbol type, MarshalDirection direction, bool isWritten)
    {
        if (CustomMarshalerReader.Read(attributes, type, method) is { } custom)
        {
            return custom;
        }

        if (EntryOf(type, ValueDepth) is { } entry)
        {
            return MarshallerShapeReader.Read(entry, type, direction, isElement: false, ElementsOf(type, direction, isWritten), Within);
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return KnownMarshallers.OfString(AttributeReader.ReadMarshalAs(attributes), direction);
        }

        if (
            KnownMarshallers.CollectionNameOf(type) is not { } collection
            || !NeedsElements(type, direction, isWritten)
            || ElementsOf(type, direction, isWritten) is not { } elements)
        {
            return null;
        }

        // A marshaller of elements that doesn't fit is an error, and isn't ignored.
        return elements.Marshaller is { NativeType.Length: 0 } unfit
            ? unfit
            : KnownMarshallers.OfCollection(collection, elements, direction);
    }

    // The class that binds a delegate is one of our own.
    private INamedTypeSymbol? Within => method.ContainingType.TypeKind == TypeKind.Delegate ? null : method.ContainingType;

    // Whether the elements, or their number, need more than a pin.
    private bool NeedsElements(ITypeSymbol type, MarshalDirection direction, bool isWritten)
    {
        ITypeSymbol element = ElementTypeOf(type)!;
        bool hasOwnMarshaller = EntryOf(element, ElementDepth) is not null;
        return hasOwnMarshaller || direction != MarshalDirection.In || (isWritten && element.SpecialType == SpecialType.System_String);
    }

    private ElementsModel? ElementsOf(ITypeSymbol type, MarshalDirection direction, bool isWritten)
    {
        if (ElementTypeOf(type) is not { } element)
        {
            return null;
        }

        MarshalDirection elementDirection = direction == MarshalDirection.In && isWritten ? MarshalDirection.Ref : direction;
        string managed = element.ToDisplayString(TypeReader.Qualified);
        string count = CountOf();
        if (EntryOf(element, ElementDepth) is { } entry)
        {
            MarshallerModel marshaller = MarshallerShapeReader.Read(
                entry,
                element,
                elementDirection,
                isElement: true,
                elements: null,
                Within);
            return new ElementsModel(managed, marshaller.NativeType, marshaller, count);
        }

        if (element.SpecialType == SpecialType.System_String)
        {
            MarshallerModel marshaller = KnownMarshallers.OfElementString(TextOptions.OfValue(attributes) ?? text.Encoding);
            return new ElementsModel(managed, marshaller.NativeType, marshaller, count);
        }

        return types.Read(element).IsUnmanaged ? new ElementsModel(managed, managed, null, count) : null;
    }

    // What it marshals otherwise, such as an int, is its own error.
    private static bool IsText(ITypeSymbol type, int depth) =>
        depth switch
        {
            ValueDepth => type.SpecialType == SpecialType.System_String
                || type is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Char }] }
                    && type.IsIn("System"),
            _ => type.SpecialType == SpecialType.System_String,
        };

    private static ITypeSymbol? ElementTypeOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    private INamedTypeSymbol? EntryOf(ITypeSymbol type, int depth)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is(Marshalling, "MarshalUsingAttribute")
                && attribute.Named<int>("ElementIndirectionDepth") == depth
                && attribute.First<INamedTypeSymbol>() is { } named
                && !(TextOptions.IsWide(named) && IsText(type, depth)))
            {
                return named;
            }
        }

        return type.SpecialType == SpecialType.System_String
            ? AttributeReader.ReadMarshalAs(attributes) is null ? text.Marshaller : null
            : HasOwnShape(type) ? null
            : (type as INamedTypeSymbol)?.Find(Marshalling, "NativeMarshallingAttribute")?.First<INamedTypeSymbol>();
    }

    // The BCL's own types name their marshallers too.
    private static bool HasOwnShape(ITypeSymbol type) =>
        KnownMarshallers.CollectionNameOf(type) is not null || type.Is(AttributeReader.Interop, "SafeHandle");

    // How many elements native code returns, from [MarshalUsing] or [MarshalAs]; empty if neither says it.
    private string CountOf()
    {
        int constant = 0;
        string? name = null;
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass.Is(Marshalling, "MarshalUsingAttribute"))
            {
                constant = Math.Max(constant, attribute.Named<int>("ConstantElementCount"));
                name ??= attribute.Named<string>("CountElementName");
            }
            else if (attribute.AttributeClass.Is(AttributeReader.Interop, "MarshalAsAttribute"))
            {
                constant = Math.Max(constant, attribute.Named<int>("SizeConst"));
                name ??=
                    attribute.Named<short?>("SizeParamIndex") is { } index && index < method.Parameters.Length
                        ? method.Parameters[index].Name
                        : null;
            }
        }

        string fixedPart = constant == 0 ? "" : constant.ToString(CultureInfo.InvariantCulture);
        return method.Parameters.Any(parameter =>
            parameter.Name == name && (parameter.Type.TypeKind == TypeKind.Enum || parameter.Type.IsNumber()))
            ? $"checked((int){Planning.Identifier.Escape(name!)})" + (constant == 0 ? "" : " + " + fixedPart)
            : fixedPart;
    }
}
