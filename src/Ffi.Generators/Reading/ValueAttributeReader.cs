using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Finds what the framework's interop attributes ask of one parameter or result and don't get: each of their properties is heeded
/// or refused. A type that doesn't fit is reported elsewhere.</summary>
internal static class ValueAttributeReader
{
    private const int LPArray = 0x2A, CustomMarshaler = 0x2C;
    private const string Marshalling = AttributeReader.Interop + ".Marshalling";

    // For COM, and for a marshaller's type by its name, which only the runtime can look up.
    private static readonly string[] s_foreign = ["IidParameterIndex", "MarshalType", "SafeArraySubType", "SafeArrayUserDefinedSubType"];

    // For an ICustomMarshaler.
    private static readonly string[] s_ofCustomMarshaler = ["MarshalCookie", "MarshalTypeRef"];

    public static UnheededAttribute? ReadParameter(IParameterSymbol parameter, IMethodSymbol method)
    {
        ParameterTraits traits = ParameterTraitsReader.Read(parameter);
        return Read(parameter.Type, parameter.GetAttributes(), method) ?? ((traits & ParameterTraits.Out) != 0 && !MayBeWritten(parameter)
                ? new("[Out]", "nothing comes back through it. Pass it by 'ref' or 'out', or remove the attribute")
            : (traits & ParameterTraits.In) != 0 && parameter.RefKind == RefKind.Out
                ? new("[In]", "an 'out' parameter has no value before the call. Pass it by 'ref', or remove the attribute")
            : null);
    }

    public static UnheededAttribute? ReadReturn(IMethodSymbol method) => Read(method.ReturnType, method.GetReturnTypeAttributes(), method);

    private static UnheededAttribute? Read(ITypeSymbol type, ImmutableArray<AttributeData> attributes, IMethodSymbol method)
    {
        if (attributes.IsEmpty)
        {
            return null;
        }

        AttributeData? marshalAs = AttributeReader.Find(attributes, AttributeReader.Interop, "MarshalAsAttribute");
        AttributeData[] usings =
        [
            .. attributes.Where(static attribute => attribute.AttributeClass.Is(Marshalling, "MarshalUsingAttribute")),
        ];
        return (marshalAs is null ? null : FindMarshalAsFault(marshalAs, type, usings, method))
            ?? usings.Select(attribute => FindMarshalUsingFault(attribute, type, method)).FirstOrDefault(static fault => fault is not null);
    }

    private static UnheededAttribute? FindMarshalAsFault(
        AttributeData attribute,
        ITypeSymbol type,
        AttributeData[] usings,
        IMethodSymbol method)
    {
        if (attribute.NamedArguments.FirstOrDefault(static argument => s_foreign.Contains(argument.Key)).Key is { } foreign)
        {
            return new($"[MarshalAs] with {foreign}", "that is for COM. Name a marshaller with [MarshalUsing]");
        }

        if (
            AttributeReader.ReadMarshalAs([attribute]) != CustomMarshaler
            && attribute.NamedArguments.FirstOrDefault(static argument => s_ofCustomMarshaler.Contains(argument.Key)).Key is { } ofMarshaler
        )
        {
            return new($"[MarshalAs] with {ofMarshaler}", "that is for UnmanagedType.CustomMarshaler. Remove it");
        }

        bool isCollection = IsCollection(type);
        string? ofElements = attribute
            .NamedArguments.FirstOrDefault(static argument => argument.Key is "ArraySubType" or "SizeConst" or "SizeParamIndex")
            .Key;
        if (ofElements is not null && !isCollection)
        {
            return new($"[MarshalAs] with {ofElements}", "that is for arrays and spans. Remove it");
        }

        if (
            attribute.Named<short?>("SizeParamIndex") is { } index
            && (index < 0 || index >= method.Parameters.Length || !IsInteger(method.Parameters[index])))
        {
            return new($"[MarshalAs] with SizeParamIndex = {index}", "that is not the index of an integer parameter, counted from 0");
        }

        bool isOverruled =
            usings.Any(static marshaller =>
                marshaller.First<INamedTypeSymbol>() is not null && marshaller.Named<int>("ElementIndirectionDepth") == 0)
            || (
                usings.Length == 0
                && !isCollection
                && type.SpecialType == SpecialType.None
                && (type as INamedTypeSymbol)?.Find(Marshalling, "NativeMarshallingAttribute") is not null);
        return isOverruled && AttributeReader.ReadMarshalAs([attribute]) != LPArray
            ? new("[MarshalAs]", "a marshaller already converts the value. Remove one of the two")
            : null;
    }

    private static UnheededAttribute? FindMarshalUsingFault(AttributeData attribute, ITypeSymbol type, IMethodSymbol method)
    {
        int depth = attribute.Named<int>("ElementIndirectionDepth");
        string? count = attribute.Named<string>("CountElementName");
        // A marshaller of the program's own is responsible for the elements too.
        bool hasElements = IsCollection(type) || attribute.First<INamedTypeSymbol>() is not null || type.SpecialType == SpecialType.None;
        if (depth is not (0 or 1) || (depth == 1 && !hasElements))
        {
            return new($"[MarshalUsing] with ElementIndirectionDepth = {depth}", "marshallers are for a value, 0, and for its elements, 1");
        }

        if (!hasElements && (count is not null || attribute.Named<int>("ConstantElementCount") != 0))
        {
            return new("[MarshalUsing] with a count", "this has no elements. Remove it");
        }

        return count is not null && !method.Parameters.Any(parameter => parameter.Name == count && IsInteger(parameter))
            ? new($"[MarshalUsing] with CountElementName = \"{count}\"", "that is not an integer parameter")
            : null;
    }

    private static bool MayBeWritten(IParameterSymbol parameter) =>
        parameter.RefKind switch
        {
            RefKind.Ref or RefKind.Out => true,
            RefKind.In or RefKind.RefReadOnlyParameter => false,
            _ => parameter.Type switch
            {
                IArrayTypeSymbol => true,
                INamedTypeSymbol { Name: "ReadOnlySpan" or "ReadOnlyMemory" } type when type.IsIn("System") => false,
                INamedTypeSymbol { Name: "Span" or "Memory" } type when type.IsIn("System") => true,
                { SpecialType: SpecialType.System_String }
                or { IsValueType: true }
                or { TypeKind: TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer } => false,
                _ => true,
            },
        };

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || KnownMarshallers.CollectionNameOf(type) is not null
        || (type is INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory" } memory && memory.IsIn("System"));

    private static bool IsInteger(IParameterSymbol parameter) => parameter.Type.SpecialType
        is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
