using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Calls whose signature is data.</summary>
internal class NativeCallPath : CallPath
{
    public override string Members(CaseSet set, string library) => $$"""
            static readonly NativeModule library = NativeModule.Load(@"{{library}}");

        {{string.Join("\n", set.Structs.Where(static type => type.Size <= NativeType.MaxStructBytes).Select(Declare))}}
        """;

    public override string Call(AbiCase function)
    {
        string arguments = string.Join(", ", function.Parameters.Select((type, index) => Argument(type, $"a{index + 1}")));
        string parameters = string.Concat(function.Parameters.Select(type => ", " + NativeTypeOf(type)));
        return Result(
            function.Return,
            Invoke($"library.GetSymbol(\"{function.Symbol}\")", NativeTypeOf(function.Return), parameters, arguments));
    }

    /// <summary>The call itself.</summary>
    /// <param name="function">The address.</param>
    /// <param name="returns">The type of the result.</param>
    /// <param name="parameters">The parameters' types, a comma before each.</param>
    /// <param name="arguments">The values.</param>
    protected virtual string Invoke(string function, string returns, string parameters, string arguments) =>
        $"NativeCall.Invoke({function}, {returns}, [{arguments}])";

    private static string Declare(StructType type) =>
        $"    static readonly NativeType {type.Name}Type = NativeType.Struct([{string.Join(", ", type.Fields.SelectMany(Fields))}]);";

    private static IEnumerable<string> Fields(AbiType type) =>
        type is ArrayType array ? Enumerable.Repeat(NativeTypeOf(array.Element), array.Length) : [NativeTypeOf(type)];

    private static string NativeTypeOf(AbiType? type) => type switch
    {
        null => "NativeType.Void",
        StructType structure => structure.Name + "Type",
        _ => "NativeType." + GetterOf(type.CSharpName),
    };

    private static string Argument(AbiType type, string value) => type switch
    {
        StructType structure => $"NativeValue.FromStruct({value}, {structure.Name}Type)",
        ScalarType scalar when ScalarType.Enums.Contains(scalar) => $"({scalar.CSharpName[1..]}){value}",
        { CSharpName: "NFloat" } => $"{value}.Value",
        _ => value,
    };

    private static string Result(AbiType? type, string call) => type switch
    {
        null => call,
        StructType structure => $"{call}.AsStruct<{structure.Name}>()",
        ScalarType scalar when ScalarType.Enums.Contains(scalar) => $"({scalar.CSharpName}){call}.As{GetterOf(scalar.CSharpName[1..])}()",
        { CSharpName: "NFloat" } => $"new NFloat({call}.AsDouble())",
        _ => $"{call}.As{GetterOf(type.CSharpName)}()",
    };

    // NativeType's property and NativeValue's getter have one name.
    private static string GetterOf(string name) => name switch
    {
        "bool" => "Bool",
        "char" => "Char",
        "sbyte" or "Esbyte" => "SByte",
        "byte" or "Ebyte" => "Byte",
        "short" or "Eshort" => "Int16",
        "ushort" or "Eushort" => "UInt16",
        "int" or "Eint" => "Int32",
        "uint" or "Euint" => "UInt32",
        "long" or "Elong" => "Int64",
        "ulong" or "Eulong" => "UInt64",
        "nint" => "NInt",
        "nuint" => "NUInt",
        "void*" => "Pointer",
        "float" => "Single",
        "double" or "NFloat" => "Double",
        _ => name,
    };
}
