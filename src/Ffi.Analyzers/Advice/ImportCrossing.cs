using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>What a value of an import needs to mean the same in a native function.</summary>
/// <param name="Addition">The <c>UnmanagedType</c> that has to be said.</param>
/// <param name="Obstacle">Why it can't mean the same. Both are null if nothing is to be done.</param>
internal readonly record struct Crossing(string? Addition, string? Obstacle)
{
    public static Crossing Add(string unmanagedType) => new(unmanagedType, null);

    public static Crossing Stop(string obstacle) => new(null, obstacle);
}

/// <summary>Compares how an import and a native function pass values.</summary>
internal abstract class ImportCrossing
{
    /// <summary>The <c>UnmanagedType</c> of text that an import passes by default: the code page on Windows, UTF-8 elsewhere.</summary>
    public const string AnsiText = nameof(UnmanagedType.LPStr);

    private const int LPStr = 0x14, BStr = 0x13;

    public static ImportCrossing OfLibraryImport(bool hasCustomText) => new LibraryImportCrossing(hasCustomText);

    public static ImportCrossing OfDllImport(TypeReader types, CharSet charSet, bool isMarshallingOff) =>
        new DllImportCrossing(types, charSet, isMarshallingOff);

    public abstract Crossing Of(IParameterSymbol parameter);

    public abstract Crossing OfReturn(IMethodSymbol method);

    private static Crossing? OfDelegate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate
            ? Crossing.Stop(
                "native code may keep its delegate after the call. Declare a delegate, which is valid during the call, or [Retained] NativeCallback<T>"
            )
            : null;

    // The runtime and the BCL free such text with CoTaskMemFree; a native function leaves it alone.
    private static Crossing OfReturnedText(int? marshalAs, bool hasMarshaller) =>
        marshalAs is UnmanagedTypes.CustomMarshaler or LPStr or BStr || hasMarshaller
            ? default
            : Crossing.Stop(
                "its text would be freed with CoTaskMemFree. Return ReadOnlySpan<byte> or nint, or say who frees it: [return: FreedWith(\"symbol\")]"
            );

    private static bool HasMarshaller(ImmutableArray<AttributeData> attributes) =>
        AttributeReader.Find(attributes, AttributeReader.Interop + ".Marshalling", "MarshalUsingAttribute") is not null;

    private static Crossing? OfTexts(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
            or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } => Crossing.Stop(
                "it passes an array of text. Declare it by hand, with the encoding"),
            _ => null,
        };

    /// <summary>What the SDK's generator writes: the same shapes, but for who owns text and delegates.</summary>
    private sealed class LibraryImportCrossing(bool hasCustomText) : ImportCrossing
    {
        public override Crossing Of(IParameterSymbol parameter) =>
            OfDelegate(parameter.Type) ?? OfTexts(parameter.Type) ?? OfCharacters(parameter.Type) ?? default;

        private static Crossing? OfCharacters(ITypeSymbol type) =>
            type is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Char }] }
                ? Crossing.Stop(
                    "an import passes a ReadOnlySpan<char> as it is, and Ffi converts it. Add [NulTerminated] if it ends in a NUL, or pass a pointer"
                )
                : null;

        public override Crossing OfReturn(IMethodSymbol method) =>
            OfDelegate(method.ReturnType)
            ?? (
                method.ReturnType.SpecialType == SpecialType.System_String
                    ? OfReturnedText(
                        AttributeReader.ReadMarshalAs(method.GetReturnTypeAttributes()),
                        hasCustomText || HasMarshaller(method.GetReturnTypeAttributes()))
                    : default);
    }

    /// <summary>What the runtime marshals, with defaults of its own.</summary>
    private sealed class DllImportCrossing(TypeReader types, CharSet charSet, bool isMarshallingOff) : ImportCrossing
    {
        private const string Wide = "an import passes a char as one byte. Pass byte, or set CharSet.Unicode";

        private bool IsUtf16 => charSet == CharSet.Unicode;

        public override Crossing Of(IParameterSymbol parameter)
        {
            int? marshalAs = AttributeReader.ReadMarshalAs(parameter.GetAttributes());
            bool isByValue = parameter.RefKind == RefKind.None;
            return OfDelegate(parameter.Type) ?? parameter.Type switch
            {
                { SpecialType: SpecialType.System_String } => OfText(parameter, marshalAs),
                IArrayTypeSymbol array => OfArray(array, isByValue),
                INamedTypeSymbol { TypeKind: TypeKind.Class } type when !Types.IsSafeHandle(type) => OfObject(type, marshalAs, isByValue),
                var type => OfValue(type, marshalAs, isByValue),
            };
        }

        public override Crossing OfReturn(IMethodSymbol method)
        {
            int? marshalAs = AttributeReader.ReadMarshalAs(method.GetReturnTypeAttributes());
            return OfDelegate(method.ReturnType) ?? method.ReturnType switch
            {
                { SpecialType: SpecialType.System_String } => OfReturnedText(marshalAs, hasMarshaller: false),
                var type => OfValue(type, marshalAs, isByValue: true),
            };
        }

        private Crossing OfValue(ITypeSymbol type, int? marshalAs, bool isByValue) =>
            type switch
            {
                { SpecialType: SpecialType.System_Boolean } => marshalAs is null && !isMarshallingOff
                    ? Crossing.Add(nameof(UnmanagedType.Bool))
                    : default,
                { SpecialType: SpecialType.System_Char } => marshalAs is null && !IsUtf16 && !isMarshallingOff
                    ? Crossing.Stop(Wide)
                    : default,
                INamedTypeSymbol { TypeKind: TypeKind.Struct } structure => OfStruct(structure, marshalAs, isByValue),
                _ => default,
            };

        private Crossing OfStruct(INamedTypeSymbol type, int? marshalAs, bool isByValue)
        {
            TypeModel model = types.Read(type);
            return HasMarshallerOfItsOwn(type)
                    ? Crossing.Stop(
                        $"[NativeMarshalling] of '{type.Name}' has no effect on an import, but would have one here. Remove the attribute")
                : isByValue && marshalAs is null && model.Counterpart is { Fault: FieldFault.None }
                    ? Crossing.Stop(
                        $"fields of '{type.Name}' are converted by other rules in Ffi, for example a bool has one byte. Declare it by hand, with [MarshalAs] on each field"
                    )
                : isByValue
                || marshalAs is not null
                || model.Shape is TypeShape.Scalar or TypeShape.BlittableStruct
                || model.Fault == TypeFault.EmptyStruct
                    ? default
                : model.Formatted == FormattedKind.Struct ? Crossing.Add(nameof(UnmanagedType.Struct))
                : Crossing.Stop($"'{type.Name}' has no layout");
        }

        private Crossing OfObject(INamedTypeSymbol type, int? marshalAs, bool isByValue) =>
            marshalAs == UnmanagedTypes.CustomMarshaler ? default
            : isByValue && types.Read(type).Formatted == FormattedKind.Class && !HasMarshallerOfItsOwn(type)
                ? marshalAs is null ? Crossing.Add(nameof(UnmanagedType.LPStruct))
                    : default
            : type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" }
                ? Crossing.Stop("a StringBuilder is copied both ways. Pass a Span<byte> or Span<char>, and its length")
            : Crossing.Stop($"'{type.Name}' is a class. Pass a pointer, a struct, or a SafeHandle");

        private Crossing OfText(IParameterSymbol parameter, int? marshalAs) =>
            marshalAs == UnmanagedTypes.CustomMarshaler ? default
            : parameter.RefKind != RefKind.None || (ParameterTraitsReader.Read(parameter) & ParameterTraits.Out) != 0
                ? Crossing.Stop(
                    "text that native code replaces would be freed with CoTaskMemFree. Declare 'out nint', and copy and free it")
            : marshalAs == UnmanagedTypes.LPTStr || (marshalAs is null && charSet == CharSet.Auto)
                ? Crossing.Stop("its text is UTF-16 on Windows only. Write the encoding that the library takes")
            : marshalAs is null && !IsUtf16 ? Crossing.Add(AnsiText)
            : default;

        private Crossing OfArray(IArrayTypeSymbol array, bool isByValue) =>
            OfTexts(array)
            ?? array.ElementType switch
            {
                _ when !isByValue => Crossing.Stop("the runtime creates its array. Declare 'out nint', and copy from there"),
                { SpecialType: SpecialType.System_Boolean } when !isMarshallingOff => Crossing.Stop(
                    "its array of bool is converted to BOOL, element by element. Pass int[] or byte[]"),
                { SpecialType: SpecialType.System_Char } when !IsUtf16 && !isMarshallingOff => Crossing.Stop(Wide),
                INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } element
                    when types.Read(element).Shape != TypeShape.BlittableStruct => Crossing.Stop(
                    $"its array of '{element.Name}' is converted element by element. Pass an array of a blittable struct"),
                _ => default,
            };

        private static bool HasMarshallerOfItsOwn(INamedTypeSymbol type) =>
            type.Find(AttributeReader.Interop + ".Marshalling", "NativeMarshallingAttribute") is not null;
    }
}
