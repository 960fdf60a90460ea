namespace Ffi.Tests.Variables;

internal struct Record
{
    public int First;
    public double Second;
    public long Third;
}

internal enum Small : sbyte
{
    None,
    MinusThree = -3,
    MinusFive = -5,
}

/// <summary>The variables of the C fixture, each in the ways that a property can be declared.</summary>
[NativeLibrary("benchmarktest")]
internal static unsafe partial class Variables
{
    [NativeVariable("variable_byte")] internal static partial sbyte Byte { get; set; }
    [NativeVariable("variable_byte")] internal static partial Small Small { get; set; }
    [NativeVariable("variable_int")] internal static partial int Int { get; set; }
    [NativeVariable("variable_int")] internal static partial ref int IntItself { get; }
    [NativeVariable("variable_int")] internal static partial ref readonly int IntToRead { get; }
    [NativeVariable] internal static partial long variable_long { get; }
    [NativeVariable("variable_double")] internal static partial double Double { get; set; }
    [NativeVariable("variable_bool")] internal static partial bool Bool { get; set; }
    [NativeVariable("variable_char")] internal static partial char Char { get; set; }
    [NativeVariable("variable_record")] internal static partial Record Record { get; set; }
    [NativeVariable("variable_record")] internal static partial ref Record RecordItself { get; }
    [NativeVariable("variable_numbers")] internal static partial ref int Numbers { get; }
    [NativeVariable("variable_text")] internal static partial byte* Text { get; }
    [NativeVariable("variable_letters")] internal static partial ref readonly byte Letters { get; }
    [NativeVariable("variable_operation")] internal static partial delegate* unmanaged<int, int> Operation { get; set; }
    [NativeVariable("variable_int", Optional = true)] internal static partial int Present { get; private set; }
    [NativeVariable("no_such_variable", Optional = true)] internal static partial int Absent { get; set; }
    [NativeVariable("no_such_variable_either")] internal static partial int Missing { get; set; }
    [NativeVariable("variable_get_int")] internal static partial int Function { get; }
    [NativeVariable("variable_get_bool", Optional = true)] internal static partial int OptionalFunction { get; }

    [NativeFunction("variable_get_int")] internal static partial int GetInt();
    [NativeFunction("variable_set_int")] internal static partial void SetInt(int value);
    [NativeFunction("variable_get_bool")] internal static partial bool GetBool();
    [NativeFunction("variable_set_bool_byte")] internal static partial void SetBoolByte(byte value);
    [NativeFunction("variable_operate")] internal static partial int Operate(int x);
    [NativeFunction("variable_negation")] internal static partial nint Negation();
    [NativeFunction("variable_sum_record")] internal static partial double SumRecord();
    [NativeFunction("variable_address_of_record")] internal static partial nint AddressOfRecord();
    [NativeFunction("variable_weigh_numbers")] internal static partial int WeighNumbers();
}

/// <summary>The same from a module.</summary>
[NativeLibrary]
internal sealed partial class ModuleVariables
{
    [NativeVariable("variable_int")] internal partial int Int { get; set; }
    [NativeVariable("variable_bool")] internal partial bool Bool { get; set; }
    [NativeVariable("variable_record")] internal partial ref Record Record { get; }
    [NativeVariable("variable_double", Optional = true)] public partial double Double { get; }
    [NativeVariable("no_such_variable", Optional = true)] public partial double Absent { get; }
    [NativeFunction("variable_get_int")] internal partial int GetInt();
}

/// <summary>Nothing but variables, bound together.</summary>
[NativeLibrary("benchmarktest", Binding = NativeBinding.Eager)]
internal static partial class EagerVariables
{
    [NativeVariable("variable_long")] internal static partial long Long { get; }
    [NativeVariable("no_such_variable", Optional = true)] internal static partial long Absent { get; }
}

/// <summary>Some are missing.</summary>
[NativeLibrary("benchmarktest", Binding = NativeBinding.Eager)]
internal static partial class IncompleteVariables
{
    [NativeVariable("variable_long")] internal static partial long Long { get; }
    [NativeVariable("no_such_variable")] internal static partial long Absent { get; }
    [NativeFunction("no_such_function")] internal static partial long Call();
}

/// <summary>Variables of C's own library, where it has them as symbols.</summary>
[NativeLibrary("c")]
internal static unsafe partial class LibC
{
    [NativeVariable("stdout")] internal static partial nint StandardOutput { get; }
    [NativeVariable("environ")] internal static partial byte** Environment { get; set; }
    [NativeFunction("fileno")] internal static partial int FileNumber(nint stream);
    [NativeFunction("getenv")] internal static partial string? GetVariable(string name);
    [NativeFunction("setenv")] internal static partial int SetVariable(string name, string value, int overwrite);
}
