using System.Runtime.InteropServices;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads what the attributes of a method or delegate type ask for.</summary>
internal static class OptionsReader
{
    /// <param name="declaration">The method or delegate type.</param>
    /// <param name="function">Its <c>[NativeFunction]</c>; a delegate type may have none.</param>
    public static FunctionOptions Read(ISymbol declaration, AttributeData? function)
    {
        TextOptions text = TextOptions.Of(declaration, function);
        AttributeData? library =
            declaration is IMethodSymbol && function is not null ? LibraryReader.FindAttribute(declaration.ContainingType) : null;
        AttributeData? pointer = declaration.Find(AttributeReader.Interop, "UnmanagedFunctionPointerAttribute");
        return new FunctionOptions(
            ReadConventions(declaration, pointer).ToEquatableArray(),
            TransitionReader.FindSpelling(declaration, function) is not null,
            function?.Named<bool>("Optional") ?? false,
            (function?.Named<bool?>("SetLastError") ?? library?.Named<bool>("SetLastError") ?? false)
                || (pointer?.Named<bool>("SetLastError") ?? false),
            function?.Named<int>("Variadic") ?? 0,
            text.Encoding,
            text.IsConflict && TextOptions.SaidBy(function) is not null,
            declaration.Find("System.Runtime.CompilerServices", "MethodImplAttribute") is not null,
            declaration.Find("System.Runtime.CompilerServices", "SkipLocalsInitAttribute") is not null);
    }

    private static IEnumerable<string> ReadConventions(ISymbol declaration, AttributeData? pointer)
    {
        foreach (TypedConstant convention in ConventionTypes(declaration))
        {
            yield return NameOf(convention.Value as ITypeSymbol);
        }

        if (pointer is { ConstructorArguments: [{ Value: int value }] } && NameOf((CallingConvention)value) is { } name)
        {
            yield return name;
        }
    }

    private static string NameOf(ITypeSymbol? type)
    {
        const string prefix = "CallConv";
        bool isConvention =
            type is not null && type.IsIn("System.Runtime.CompilerServices") && type.Name.StartsWith(prefix, StringComparison.Ordinal);
        return isConvention ? type!.Name.Substring(prefix.Length) : type?.ToDisplayString() ?? "null";
    }

    /// <summary>What <c>[UnmanagedCallConv]</c> names.</summary>
    public static IEnumerable<TypedConstant> ConventionTypes(ISymbol declaration) =>
        declaration.Find(AttributeReader.Interop, "UnmanagedCallConvAttribute")?.NamedArguments
            .Where(static argument => argument is { Key: "CallConvs", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
            .SelectMany(static argument => argument.Value.Values) ?? [];

    private static string? NameOf(CallingConvention convention) => convention switch
    {
        CallingConvention.Cdecl => "Cdecl",
        CallingConvention.StdCall => "Stdcall",
        CallingConvention.ThisCall => "Thiscall",
        CallingConvention.FastCall => "Fastcall",
        CallingConvention.Winapi => null,
        _ => convention.ToString(),
    };
}
