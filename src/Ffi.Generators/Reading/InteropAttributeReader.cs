using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Finds what the framework's interop attributes ask of a function or callback as a whole and don't get: each of their properties
/// is heeded or refused.</summary>
/// <param name="declaration">The method or delegate type.</param>
/// <param name="method">The method, or the delegate type's <c>Invoke</c>.</param>
/// <param name="function">Its <c>[NativeFunction]</c>; null if it has none.</param>
internal sealed class InteropAttributeReader(ISymbol declaration, IMethodSymbol method, AttributeData? function)
{
    private const string WhereTextIs = "Write [NativeFunction(StringMarshalling = …)] without it, or [MarshalAs] on the text";

    /// <param name="isCallback">Whether native code calls it.</param>
    public EquatableArray<UnheededAttribute> Read(bool isCallback)
    {
        List<UnheededAttribute> found = [];
        foreach (AttributeData attribute in declaration.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.IsIn(AttributeReader.Interop) && FindFault(type.Name, isCallback) is { } fault)
            {
                found.Add(fault);
            }
        }

        found.AddRange(FindPointerFaults(isCallback));
        if (HasText())
        {
            found.AddRange(FindMappingFaults());
        }

        return found.ToEquatableArray();
    }

    // What an attribute asks for just by being there.
    private UnheededAttribute? FindFault(string attribute, bool isCallback) =>
        attribute switch
        {
            "LCIDConversionAttribute" => new("[LCIDConversion]", "Ffi passes no locale identifier. Declare the parameter"),
            "WasmImportLinkageAttribute" => new("[WasmImportLinkage]", "Ffi looks up functions in a loaded library. Remove it"),
            "UnmanagedCallersOnlyAttribute" => new(
                "[UnmanagedCallersOnly]",
                isCallback
                    ? "its entry point is generated, and managed code calls the method itself. Remove it"
                    : "it is for methods that native code calls. Remove it"),
            "DefaultDllImportSearchPathsAttribute" => ObstacleToSearchPath(isCallback) is { } obstacle
                ? new("[DefaultDllImportSearchPaths]", obstacle)
                : null,
            "SuppressGCTransitionAttribute" when isCallback => new(
                "[SuppressGCTransition]",
                "it is for calls of native code, but native code calls this method. Remove it"),
            _ => null,
        };

    /// <summary>The <c>CharSet</c> of a delegate type, if it gives the encoding of text; null if nothing does.</summary>
    public static CharSet? CharSetOf(ISymbol declaration)
    {
        ISymbol said = declaration is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke ? invoke.ContainingType : declaration;
        return said.Find(AttributeReader.Interop, "UnmanagedFunctionPointerAttribute")?.Named<int?>("CharSet") is { } value and not 0
            ? (CharSet)value
            : null;
    }

    private IEnumerable<UnheededAttribute> FindPointerFaults(bool isCallback)
    {
        if (declaration.Find(AttributeReader.Interop, "UnmanagedFunctionPointerAttribute") is not { } pointer)
        {
            yield break;
        }

        if (isCallback && pointer.Named<bool>("SetLastError"))
        {
            yield return new(
                "[UnmanagedFunctionPointer(SetLastError = true)]",
                "the error number belongs to calls of native code, but native code calls this method. Remove it");
        }

        if (!HasText())
        {
            yield break;
        }

        if (CharSetOf(declaration) is { } set)
        {
            TextOptions? said = TextOptions.SaidBy(function);
            string written = $"[UnmanagedFunctionPointer(CharSet = CharSet.{set})]";
            if (said is not null && !(said.Encoding == TextEncoding.Utf16 && set == CharSet.Unicode))
            {
                yield return new(written, "StringMarshalling already gives the encoding. Remove CharSet");
            }
            else if (said is null && set != CharSet.Unicode)
            {
                yield return new(written, $"that is UTF-8 on one system and something else on another. {WhereTextIs}");
            }
        }

        foreach (UnheededAttribute fault in FindMappingFaults(pointer, "UnmanagedFunctionPointer", pointer.Named<bool>("BestFitMapping")))
        {
            yield return fault;
        }
    }

    // A type's attribute takes the place of its assembly's.
    private IEnumerable<UnheededAttribute> FindMappingFaults()
    {
        AttributeData? mapping = declaration.ContainingType?.Find(AttributeReader.Interop, "BestFitMappingAttribute")
            ?? declaration.ContainingAssembly.Find(AttributeReader.Interop, "BestFitMappingAttribute");
        foreach (UnheededAttribute fault in mapping is null ? [] : FindMappingFaults(mapping, "BestFitMapping", mapping.First<bool>()))
        {
            yield return fault;
        }

        if (TextOptions.SaidBy(function) is null
            && CharSetOf(declaration) is null
            && declaration.ContainingModule?.Find(AttributeReader.Interop, "DefaultCharSetAttribute")
                is { ConstructorArguments: [{ Value: int set }] }
            && TextOptions.SaidBy(declaration.ContainingType is { } library ? LibraryReader.FindAttribute(library) : null) is null)
        {
            yield return new(
                $"[module: DefaultCharSet(CharSet.{(CharSet)set})]",
                "that is for DllImport. Write [NativeLibrary(StringMarshalling = …)] or [NativeFunction(StringMarshalling = …)]");
        }
    }

    private static IEnumerable<UnheededAttribute> FindMappingFaults(AttributeData attribute, string name, bool isBestFit)
    {
        if (isBestFit)
        {
            yield return new($"[{name}] with BestFitMapping = true", "Ffi never replaces a character by a similar one. Remove it");
        }

        if (attribute.Named<bool>("ThrowOnUnmappableChar"))
        {
            yield return new(
                $"[{name}(ThrowOnUnmappableChar = true)]",
                "UTF-8 and UTF-16 have all characters, and a lone surrogate becomes U+FFFD in UTF-8. Remove it");
        }
    }

    private string? ObstacleToSearchPath(bool isCallback) =>
        isCallback ? "native code calls it, so no library is loaded. Remove it"
        : declaration.ContainingType is not { } type || LibraryReader.FindAttribute(type) is not { } library ? null
        : LibraryReader.ReadName(library, library.First<string>()) is null
            ? "the library is already loaded when an object of it is created. Remove it"
        : LibraryReader.SearchPathOf(declaration) != LibraryReader.ReadSearchPath(type)
            ? "a library is loaded only once, and an earlier function has other search paths. Use the same on each"
        : null;

    // Text without an encoding of its own.
    private bool HasText() =>
        IsOpenText(method.ReturnType, method.GetReturnTypeAttributes())
        || method.Parameters.Any(static parameter => IsOpenText(parameter.Type, parameter.GetAttributes()));

    private static bool IsOpenText(ITypeSymbol type, ImmutableArray<AttributeData> attributes)
    {
        ITypeSymbol element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument], IsRefLikeType: true } => argument,
            _ => type,
        };
        return element.SpecialType is SpecialType.System_String or SpecialType.System_Char
            && AttributeReader.ReadMarshalAs(attributes) is null
            && !attributes.Any(static attribute => attribute.AttributeClass?.Name == "MarshalUsingAttribute");
    }
}
