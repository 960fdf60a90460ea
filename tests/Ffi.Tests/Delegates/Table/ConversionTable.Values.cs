using System.Runtime.InteropServices;
using static Ffi.Tests.Calls.Structs.MixedStructs;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate sbyte SByteShape(sbyte value);
    public delegate ushort UInt16Shape(ushort value);
    public delegate long Int64Shape(long value);
    public delegate nint NativeIntegerShape(nint value);
    public delegate float SingleShape(float value);
    public delegate double DoubleShape(double value);
    public delegate DayOfWeek EnumShape(DayOfWeek value);
    [return: MarshalAs(UnmanagedType.I4)] public delegate int NumberThatSaysItsWidthShape([MarshalAs(UnmanagedType.I4)] int value);
    public unsafe delegate void* PointerShape(void* value);
    public unsafe delegate int FunctionPointerShape(delegate* unmanaged<int, int, int> function, int count);
    public delegate CLong CLongShape(CLong value);
    public delegate double ManyMixedShape(int a1, IdValue a2, float a3, ValueId a4, long a5);
    public delegate NFloat NFloatShape(NFloat value);
    public delegate TablePart StructShape(TablePart value);
    public delegate bool BooleanShape(bool value);
    public delegate bool BooleanOfJunkAboveShape(ulong value, int width);
    [return: MarshalAs(UnmanagedType.Bool)] public delegate bool WideBooleanShape([MarshalAs(UnmanagedType.Bool)] bool left, int right);
    public delegate void BooleanByReferenceShape(ref bool value, int count);
    public delegate int BooleanOutShape(out bool value, byte bits);
    public delegate void WideBooleanByReferenceShape([MarshalAs(UnmanagedType.Bool)] ref bool value, int bits);
    public delegate void WideBooleanOutShape([MarshalAs(UnmanagedType.Bool)] out bool value, int bits);
    public delegate char CharShape(char value);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static unsafe partial class ConversionTable
{
    private static TableRow[] Values =>
    [
        new TableRow<Shapes.SByteShape>(
            "SByte",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_int8",
            static (module, symbol) => module.GetFunction<Shapes.SByteShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenSByte>(symbol),
            static module => module.GetFunction<Shapes.SByteShape>,
            (module, symbol) => module.GetFunction<Shapes.SByteShape>(symbol),
            static f => $"{f(5)} {f(-128)}",
            "-5 -128"),
        new TableRow<Shapes.UInt16Shape>(
            "UInt16",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "complement_uint16",
            static (module, symbol) => module.GetFunction<Shapes.UInt16Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenUInt16>(symbol),
            static module => module.GetFunction<Shapes.UInt16Shape>,
            (module, symbol) => module.GetFunction<Shapes.UInt16Shape>(symbol),
            static f => $"{f(1)}",
            "65534"),
        new TableRow<Shapes.Int64Shape>(
            "Int64",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_int64",
            static (module, symbol) => module.GetFunction<Shapes.Int64Shape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenInt64>(symbol),
            static module => module.GetFunction<Shapes.Int64Shape>,
            (module, symbol) => module.GetFunction<Shapes.Int64Shape>(symbol),
            static f => $"{f(1L << 40)}",
            "-1099511627776"),
        new TableRow<Shapes.NativeIntegerShape>(
            "NativeInteger",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_intptr",
            static (module, symbol) => module.GetFunction<Shapes.NativeIntegerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenNativeInteger>(symbol),
            static module => module.GetFunction<Shapes.NativeIntegerShape>,
            (module, symbol) => module.GetFunction<Shapes.NativeIntegerShape>(symbol),
            static f => $"{f(7)}",
            "-7"),
        new TableRow<Shapes.SingleShape>(
            "Single",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_float",
            static (module, symbol) => module.GetFunction<Shapes.SingleShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenSingle>(symbol),
            static module => module.GetFunction<Shapes.SingleShape>,
            (module, symbol) => module.GetFunction<Shapes.SingleShape>(symbol),
            static f => $"{f(1.5f)}",
            "-1.5"),
        new TableRow<Shapes.DoubleShape>(
            "Double",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_double",
            static (module, symbol) => module.GetFunction<Shapes.DoubleShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenDouble>(symbol),
            static module => module.GetFunction<Shapes.DoubleShape>,
            (module, symbol) => module.GetFunction<Shapes.DoubleShape>(symbol),
            static f => $"{f(2.25)}",
            "-2.25"),
        new TableRow<Shapes.EnumShape>(
            "Enum",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_int32",
            static (module, symbol) => module.GetFunction<Shapes.EnumShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenEnum>(symbol),
            static module => module.GetFunction<Shapes.EnumShape>,
            (module, symbol) => module.GetFunction<Shapes.EnumShape>(symbol),
            static f => $"{(int)f(DayOfWeek.Tuesday)}",
            "-2"),
        new TableRow<Shapes.NumberThatSaysItsWidthShape>(
            "NumberThatSaysItsWidth",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_int32",
            static (module, symbol) => module.GetFunction<Shapes.NumberThatSaysItsWidthShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenNumberThatSaysItsWidth>(symbol),
            static module => module.GetFunction<Shapes.NumberThatSaysItsWidthShape>,
            (module, symbol) => module.GetFunction<Shapes.NumberThatSaysItsWidthShape>(symbol),
            static f => $"{f(3)}",
            "-3"),
        new TableRow<Shapes.PointerShape>(
            "Pointer",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "same_pointer",
            static (module, symbol) => module.GetFunction<Shapes.PointerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenPointer>(symbol),
            static module => module.GetFunction<Shapes.PointerShape>,
            (module, symbol) => module.GetFunction<Shapes.PointerShape>(symbol),
            static f => $"{(nint)f((void*)99)}",
            "99"),
        new TableRow<Shapes.FunctionPointerShape>(
            "FunctionPointer",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "fold_int32",
            static (module, symbol) => module.GetFunction<Shapes.FunctionPointerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenFunctionPointer>(symbol),
            static module => module.GetFunction<Shapes.FunctionPointerShape>,
            (module, symbol) => module.GetFunction<Shapes.FunctionPointerShape>(symbol),
            static f => $"{f((delegate* unmanaged<int, int, int>)NativeLibrary.GetExport(Fixture, "weigh_two"), 3)}",
            "29"),
        new TableRow<Shapes.CLongShape>(
            "CLong",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "negate_long",
            static (module, symbol) => module.GetFunction<Shapes.CLongShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenCLong>(symbol),
            static module => module.GetFunction<Shapes.CLongShape>,
            (module, symbol) => module.GetFunction<Shapes.CLongShape>(symbol),
            static f => $"{f(new CLong(12)).Value}",
            "-12"),
        new TableRow<Shapes.ManyMixedShape>(
            "ManyMixed",
            "`sbyte … ulong`, `nint`, `nuint`, `float`, `double`, enums, `T*`, `delegate* unmanaged`, `CLong`, `CULong`",
            "weigh_crossed",
            static (module, symbol) => module.GetFunction<Shapes.ManyMixedShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenManyMixed>(symbol),
            static module => module.GetFunction<Shapes.ManyMixedShape>,
            (module, symbol) => module.GetFunction<Shapes.ManyMixedShape>(symbol),
            static f => $"{f(1, new(2, 4), 8, new(16, 32), 64)}",
            "769"),
        new TableRow<Shapes.NFloatShape>(
            "NFloat",
            "`NFloat`",
            "negate_double",
            static (module, symbol) => module.GetFunction<Shapes.NFloatShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenNFloat>(symbol),
            static module => module.GetFunction<Shapes.NFloatShape>,
            (module, symbol) => module.GetFunction<Shapes.NFloatShape>(symbol),
            static f => $"{f((NFloat)0.5).Value}",
            "-0.5"),
        new TableRow<Shapes.StructShape>(
            "Struct",
            "blittable struct",
            "next_table_part",
            static (module, symbol) => module.GetFunction<Shapes.StructShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenStruct>(symbol),
            static module => module.GetFunction<Shapes.StructShape>,
            (module, symbol) => module.GetFunction<Shapes.StructShape>(symbol),
            static f => $"{f(new(new(1, 2), new(4, 8), 16))}",
            new TablePart(new(2, 4), new(7, 12), 21).ToString()),
        new TableRow<Shapes.BooleanShape>(
            "Boolean",
            Booleans,
            "not_bool",
            static (module, symbol) => module.GetFunction<Shapes.BooleanShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenBoolean>(symbol),
            static module => module.GetFunction<Shapes.BooleanShape>,
            (module, symbol) => module.GetFunction<Shapes.BooleanShape>(symbol),
            static f => $"{f(true)} {f(false)}",
            "False True"),
        new TableRow<Shapes.BooleanOfJunkAboveShape>(
            "BooleanOfJunkAbove",
            Booleans,
            "dirty_result",
            static (module, symbol) => module.GetFunction<Shapes.BooleanOfJunkAboveShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenBooleanOfJunkAbove>(symbol),
            static module => module.GetFunction<Shapes.BooleanOfJunkAboveShape>,
            (module, symbol) => module.GetFunction<Shapes.BooleanOfJunkAboveShape>(symbol),
            static f => $"{f(0, 8)} {f(2, 8)} {f(2, 8) == true}",
            "False True True"),
        new TableRow<Shapes.WideBooleanShape>(
            "WideBoolean",
            Booleans,
            "shift_bool32",
            static (module, symbol) => module.GetFunction<Shapes.WideBooleanShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenWideBoolean>(symbol),
            static module => module.GetFunction<Shapes.WideBooleanShape>,
            (module, symbol) => module.GetFunction<Shapes.WideBooleanShape>(symbol),
            static f => $"{f(true, 8)} {f(false, 8)} {f(true, 31)}",
            "True False True"),
        new TableRow<Shapes.BooleanByReferenceShape>(
            "BooleanByReference",
            Booleans,
            "flip_bools",
            static (module, symbol) => module.GetFunction<Shapes.BooleanByReferenceShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenBooleanByReference>(symbol),
            static module => module.GetFunction<Shapes.BooleanByReferenceShape>,
            (module, symbol) => module.GetFunction<Shapes.BooleanByReferenceShape>(symbol),
            static f => { bool value = true; f(ref value, 1); string first = $"{value}"; f(ref value, 1); return $"{first} {value}"; },
            "False True"),
        new TableRow<Shapes.BooleanOutShape>(
            "BooleanOut",
            Booleans,
            "set_truth",
            static (module, symbol) => module.GetFunction<Shapes.BooleanOutShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenBooleanOut>(symbol),
            static module => module.GetFunction<Shapes.BooleanOutShape>,
            (module, symbol) => module.GetFunction<Shapes.BooleanOutShape>(symbol),
            static f => { f(out bool one, 1); f(out bool two, 2); f(out bool zero, 0); return $"{one} {two == true} {zero}"; },
            "True True False"),
        new TableRow<Shapes.WideBooleanByReferenceShape>(
            "WideBooleanByReference",
            Booleans,
            "raise_int32",
            static (module, symbol) => module.GetFunction<Shapes.WideBooleanByReferenceShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenWideBooleanByReference>(symbol),
            static module => module.GetFunction<Shapes.WideBooleanByReferenceShape>,
            (module, symbol) => module.GetFunction<Shapes.WideBooleanByReferenceShape>(symbol),
            static f => { bool value = true; f(ref value, 255); string first = $"{value}"; f(ref value, -1); return $"{first} {value}"; },
            "True False"),
        new TableRow<Shapes.WideBooleanOutShape>(
            "WideBooleanOut",
            Booleans,
            "raise_int32",
            static (module, symbol) => module.GetFunction<Shapes.WideBooleanOutShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenWideBooleanOut>(symbol),
            static module => module.GetFunction<Shapes.WideBooleanOutShape>,
            (module, symbol) => module.GetFunction<Shapes.WideBooleanOutShape>(symbol),
            static f => { f(out bool set, 256); f(out bool clear, 0); return $"{set} {clear}"; },
            "True False"),
        new TableRow<Shapes.CharShape>(
            "Char",
            "`char`",
            "next_char16",
            static (module, symbol) => module.GetFunction<Shapes.CharShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenChar>(symbol),
            static module => module.GetFunction<Shapes.CharShape>,
            (module, symbol) => module.GetFunction<Shapes.CharShape>(symbol),
            static f => $"{f('a')}{f('λ')}",
            "bμ"),
    ];

    private delegate sbyte HiddenSByte(sbyte value);
    private delegate ushort HiddenUInt16(ushort value);
    private delegate long HiddenInt64(long value);
    private delegate nint HiddenNativeInteger(nint value);
    private delegate float HiddenSingle(float value);
    private delegate double HiddenDouble(double value);
    private delegate DayOfWeek HiddenEnum(DayOfWeek value);
    [return: MarshalAs(UnmanagedType.I4)] private delegate int HiddenNumberThatSaysItsWidth([MarshalAs(UnmanagedType.I4)] int value);
    private unsafe delegate void* HiddenPointer(void* value);
    private unsafe delegate int HiddenFunctionPointer(delegate* unmanaged<int, int, int> function, int count);
    private delegate CLong HiddenCLong(CLong value);
    private delegate double HiddenManyMixed(int a1, IdValue a2, float a3, ValueId a4, long a5);
    private delegate NFloat HiddenNFloat(NFloat value);
    private delegate TablePart HiddenStruct(TablePart value);
    private delegate bool HiddenBoolean(bool value);
    private delegate bool HiddenBooleanOfJunkAbove(ulong value, int width);
    [return: MarshalAs(UnmanagedType.Bool)] private delegate bool HiddenWideBoolean([MarshalAs(UnmanagedType.Bool)] bool left, int right);
    private delegate void HiddenBooleanByReference(ref bool value, int count);
    private delegate int HiddenBooleanOut(out bool value, byte bits);
    private delegate void HiddenWideBooleanByReference([MarshalAs(UnmanagedType.Bool)] ref bool value, int bits);
    private delegate void HiddenWideBooleanOut([MarshalAs(UnmanagedType.Bool)] out bool value, int bits);
    private delegate char HiddenChar(char value);
}
