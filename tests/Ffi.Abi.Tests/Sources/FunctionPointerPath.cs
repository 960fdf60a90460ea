using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Function pointers written by hand. They need nothing of ours, and so tell a fault of the tests from one of the
/// library.</summary>
internal sealed class FunctionPointerPath : CallPath
{
    public override string Members(CaseSet set, string library) => $"""
            static readonly nint library = NativeLibrary.Load(@"{library}");
        """;

    public override string Call(AbiCase function)
    {
        string types = string.Join(", ", function.Parameters.Append(function.Return).Select(NativeName));
        string arguments = string.Join(", ", function.Parameters.Select((type, index) => ToNative(type, $"a{index + 1}")));
        string address = $"""NativeLibrary.GetExport(library, "{function.Symbol}")""";
        return FromNative(function.Return, $"((delegate* unmanaged<{types}>){address})({arguments})");
    }

    // Where the run time marshals, it takes a bool for four bytes and a char for one. An NFloat is a struct to it, which Windows x64 passes
    // in another register than a double.
    private static string NativeName(AbiType? type) => type switch
    {
        null => "void",
        _ when type == ScalarType.Bool => "byte",
        _ when type == ScalarType.Char16 => "ushort",
        _ when type == ScalarType.NFloat => "double",
        _ => type.CSharpName,
    };

    private static string ToNative(AbiType type, string value) => type switch
    {
        _ when type == ScalarType.Bool => $"(byte)({value} ? 1 : 0)",
        _ when type == ScalarType.Char16 => $"(ushort){value}",
        _ => value,
    };

    private static string FromNative(AbiType? type, string value) => type switch
    {
        _ when type == ScalarType.Bool => $"{value} != 0",
        _ when type == ScalarType.Char16 => $"(char){value}",
        _ when type == ScalarType.NFloat => $"(NFloat){value}",
        _ => value,
    };
}
