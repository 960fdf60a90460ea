namespace Ffi.Tests.Calls.Arity;

/// <summary>The fixture's sums of one type: what C# and C call it, and for how many arguments there are functions.</summary>
/// <param name="Name">The binding's class, less its ending <c>Sums</c>.</param>
/// <param name="NativeName">The part of the symbols' names.</param>
/// <param name="ValueType">The type of the values that a test gives.</param>
/// <param name="SumType">The type that C adds up in.</param>
/// <param name="Arities">The numbers of arguments.</param>
public sealed record ArityFamily(string Name, string NativeName, string ValueType, string SumType, IReadOnlyList<int> Arities)
{
    private static readonly int[] Selected = [1, 2, 3, 5, 10, 14, 15, 20, 32];
    private static readonly int[] Every = [.. Enumerable.Range(0, 16), 20, 32];

    public static IReadOnlyList<ArityFamily> All { get; } =
    [
        new("SByte", "int8", "sbyte", "long", Selected),
        new("Byte", "uint8", "byte", "ulong", Selected),
        new("Int16", "int16", "short", "long", Selected),
        new("UInt16", "uint16", "ushort", "ulong", Selected),
        new("Int32", "int32", "int", "long", Selected),
        new("UInt32", "uint32", "uint", "ulong", Selected),
        new("Int64", "int64", "long", "long", Every),
        new("UInt64", "uint64", "ulong", "ulong", Selected),
        new("Single", "float", "float", "float", Selected),
        new("Double", "double", "double", "double", Every),
        new("Mixed", "mixed", "double", "double", Every),
    ];

    /// <summary>The type of the parameter at <paramref name="position"/>, from 1. The mixed sums take integers at the odd ones.</summary>
    public string ParameterType(int position) => Name == "Mixed" && position % 2 == 1 ? "long" : ValueType;
}
