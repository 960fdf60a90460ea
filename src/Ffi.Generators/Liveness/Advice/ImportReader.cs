using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Liveness.Advice;

/// <summary>An import, as a <c>[NativeFunction]</c> would say it.</summary>
/// <param name="Library">The library's name.</param>
/// <param name="Arguments">What stands between the parentheses of <c>[NativeFunction(…)]</c>.</param>
/// <param name="Convention">A calling convention that must be said; else null.</param>
/// <param name="Booleans">Ordinals of parameters that are a 4-byte BOOL without saying so; -1 for the result.</param>
internal sealed record Import(string Library, string Arguments, string? Convention, ImmutableArray<int> Booleans);

/// <summary>Reads imports that mean the same as a native function: values, pointers, spans, handles and text that is only read.</summary>
internal static class ImportReader
{
    /// <summary>The library that a method is imported from; null where it isn't.</summary>
    public static string? LibraryOf(IMethodSymbol method) =>
        method.GetDllImportData()?.ModuleName ?? LibraryImportOf(method)?.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>Null where the method is no import, or one that would mean something else.</summary>
    public static Import? Read(IMethodSymbol method) =>
        method is not { IsStatic: true, IsGenericMethod: false, ReturnsByRef: false, IsVararg: false } ? null
        : LibraryImportOf(method) is { } attribute ? OfLibraryImport(method, attribute)
        : method.GetDllImportData() is { } data ? OfDllImport(method, data)
        : null;

    private static AttributeData? LibraryImportOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "LibraryImportAttribute");

    private static Import? OfDllImport(IMethodSymbol method, DllImportData import)
    {
        bool isUnicode = import.CharacterSet == CharSet.Unicode;
        bool isPlain = (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.PreserveSig) != 0
            && import.BestFitMapping is null && import.ThrowOnUnmappableCharacter is null && import.ModuleName is not null;
        return isPlain && Crossings.AreTheSame(method, isText => isText, isCharText: isUnicode)
            ? new(import.ModuleName!, Arguments(method, import.EntryPointName, import.SetLastError, isUnicode), ConventionOf(import.CallingConvention), Crossings.Booleans(method))
            : null;
    }

    private static Import? OfLibraryImport(IMethodSymbol method, AttributeData attribute)
    {
        int encoding = Named(attribute, "StringMarshalling") is int said ? said : 0;
        bool isText = encoding is 1 or 2;
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not string library || Named(attribute, "StringMarshallingCustomType") is not null
            || !Crossings.AreTheSame(method, text => !text || isText, isCharText: encoding == 2))
        {
            return null;
        }

        return new(library, Arguments(method, Named(attribute, "EntryPoint") as string, Named(attribute, "SetLastError") is true, encoding == 2), null, []);
    }

    private static string Arguments(IMethodSymbol method, string? entryPoint, bool keepsLastError, bool isUtf16)
    {
        var arguments = new List<string>();
        if (entryPoint is not null && entryPoint != method.Name)
        {
            arguments.Add(SymbolDisplay.FormatLiteral(entryPoint, quote: true));
        }

        if (keepsLastError)
        {
            arguments.Add("SetLastError = true");
        }

        if (isUtf16 && method.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_String))
        {
            arguments.Add("StringMarshalling = StringMarshalling.Utf16");
        }

        return string.Join(", ", arguments);
    }

    private static string? ConventionOf(CallingConvention convention) =>
        convention is CallingConvention.Winapi ? null : string.Format(CultureInfo.InvariantCulture, "CallConv{0}", convention);

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;
}
