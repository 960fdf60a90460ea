using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Ffi.Tests.Marshalling;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate int LastErrorShape(int error, [LastError] out int lastError);

    [NativeFunction(SetLastError = true)]
    public delegate int SetLastErrorShape(int error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
    public delegate int SetLastErrorOfPointerShape(string? text, int error);

    [NativeFunction(SetLastError = true)]
    public delegate int BothErrorsShape(int error, [LastError] out int lastError);
    public delegate double MarshallerShape(Celsius value);
    public delegate long NamedMarshallerShape([MarshalUsing(typeof(Utf16StringMarshaller))] string? text);
    public delegate long ConvertedStructShape([MarshalAs(UnmanagedType.Struct)] in Person person);
    public delegate void ConvertedStructBackShape([MarshalAs(UnmanagedType.Struct)] ref Person person);
    public delegate void ConvertedObjectShape([MarshalAs(UnmanagedType.LPStruct), In, Out] PersonObject person);
    public delegate int ObjectOfTheSameBytesShape([MarshalAs(UnmanagedType.LPStruct)] Extent? extent);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static partial class ConversionTable
{
    private static TableRow[] Errors =>
    [
        new TableRow<Shapes.LastErrorShape>(
            "LastError",
            "`[LastError] out int`",
            "fail_with",
            static (module, symbol) => module.GetFunction<Shapes.LastErrorShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenLastError>(symbol),
            static module => module.GetFunction<Shapes.LastErrorShape>,
            (module, symbol) => module.GetFunction<Shapes.LastErrorShape>(symbol),
            static f => $"{f(5, out int lastError)} {lastError}",
            "-5 5"),
        new TableRow<Shapes.SetLastErrorShape>(
            "SetLastError",
            "`[LastError] out int`",
            "fail_with",
            static (module, symbol) => module.GetFunction<Shapes.SetLastErrorShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenSetLastError>(symbol),
            static module => module.GetFunction<Shapes.SetLastErrorShape>,
            (module, symbol) => module.GetFunction<Shapes.SetLastErrorShape>(symbol),
            static f => { int result = f(7); return $"{result} {Marshal.GetLastPInvokeError()}"; },
            "-7 7"),
        new TableRow<Shapes.SetLastErrorOfPointerShape>(
            "SetLastErrorOfPointer",
            "`[LastError] out int`",
            "fail_with_length",
            static (module, symbol) => module.GetFunction<Shapes.SetLastErrorOfPointerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenSetLastErrorOfPointer>(symbol),
            static module => module.GetFunction<Shapes.SetLastErrorOfPointerShape>,
            (module, symbol) => module.GetFunction<Shapes.SetLastErrorOfPointerShape>(symbol),
            static f => { int result = f("abc", 9); return $"{result} {Marshal.GetLastPInvokeError()}"; },
            "3 9"),
        new TableRow<Shapes.BothErrorsShape>(
            "BothErrors",
            "`[LastError] out int`",
            "fail_with",
            static (module, symbol) => module.GetFunction<Shapes.BothErrorsShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenBothErrors>(symbol),
            static module => module.GetFunction<Shapes.BothErrorsShape>,
            (module, symbol) => module.GetFunction<Shapes.BothErrorsShape>(symbol),
            static f => { int result = f(4, out int lastError); return $"{result} {lastError} {Marshal.GetLastPInvokeError()}"; },
            "-4 4 4"),
        new TableRow<Shapes.MarshallerShape>(
            "Marshaller",
            "a type with a custom marshaller",
            "halve",
            static (module, symbol) => module.GetFunction<Shapes.MarshallerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenMarshaller>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.MarshallerShape>,
#pragma warning restore FFI0043
            (module, symbol) => module.GetFunction<Shapes.MarshallerShape>(symbol),
            static f => $"{f(new Celsius(20))}",
            "510")
        {
            Refusal = "has a custom marshaller",
        },
        new TableRow<Shapes.NamedMarshallerShape>(
            "NamedMarshaller",
            "a type with a custom marshaller",
            "utf16_length",
            static (module, symbol) => module.GetFunction<Shapes.NamedMarshallerShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenNamedMarshaller>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.NamedMarshallerShape>,
#pragma warning restore FFI0043
            (module, symbol) => module.GetFunction<Shapes.NamedMarshallerShape>(symbol),
            static f => $"{f("äb")}",
            "2")
        {
            Refusal = "has a custom marshaller",
        },
        new TableRow<Shapes.ConvertedStructShape>(
            "ConvertedStruct",
            "`ref`, `in`, `out` of a struct with `[MarshalAs(UnmanagedType.Struct)]`",
            "person_weigh",
            static (module, symbol) => module.GetFunction<Shapes.ConvertedStructShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenConvertedStruct>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.ConvertedStructShape>,
#pragma warning restore FFI0043
            (module, symbol) => module.GetFunction<Shapes.ConvertedStructShape>(symbol),
            static f => { Person person = new() { Name = "Ada L", LikesTea = true, Id = [2, 2, 1, 2] }; return $"{f(in person)}"; },
            "51026")
        {
            Refusal = "is converted by the runtime",
        },
        new TableRow<Shapes.ConvertedStructBackShape>(
            "ConvertedStructBack",
            "`ref`, `in`, `out` of a struct with `[MarshalAs(UnmanagedType.Struct)]`",
            "person_age",
            static (module, symbol) => module.GetFunction<Shapes.ConvertedStructBackShape>(symbol),
            static (module, symbol) => module.GetFunction<HiddenConvertedStructBack>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.ConvertedStructBackShape>,
#pragma warning restore FFI0043
                (module, symbol) => module.GetFunction<Shapes.ConvertedStructBackShape>(symbol),
                static f =>
                {
                    Person person = new()
                    {
                        Name = "Ada L",
                        LikesTea = true,
                        Id = [2, 2, 1, 2],
                    };
                    f(ref person);
                    return $"{person.Name} {person.LikesTea} {string.Join(",", person.Id!)}";
                },
                "Ada L False 3,2,1,4")
            {
                Refusal = "is converted by the runtime",
            },
            new TableRow<Shapes.ConvertedObjectShape>(
                "ConvertedObject",
                "a class with `[StructLayout]` and `[MarshalAs(UnmanagedType.LPStruct)]`",
                "person_age",
                static (module, symbol) => module.GetFunction<Shapes.ConvertedObjectShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenConvertedObject>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.ConvertedObjectShape>,
#pragma warning restore FFI0043
                (module, symbol) => module.GetFunction<Shapes.ConvertedObjectShape>(symbol),
                static f =>
                {
                    PersonObject person = new()
                    {
                        Name = "Ada L",
                        LikesTea = true,
                        Id = [2, 2, 1, 2],
                    };
                    f(person);
                    return $"{person.Name} {person.LikesTea} {string.Join(",", person.Id!)}";
                },
                "Ada L False 3,2,1,4")
            {
                Refusal = "is converted by the runtime",
            },
            new TableRow<Shapes.ObjectOfTheSameBytesShape>(
                "ObjectOfTheSameBytes",
                "a class with `[StructLayout]` and `[MarshalAs(UnmanagedType.LPStruct)]`",
                "extent_grow",
                static (module, symbol) => module.GetFunction<Shapes.ObjectOfTheSameBytesShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenObjectOfTheSameBytes>(symbol),
#pragma warning disable FFI0043 // What it warns of is what is tested.
            static module => module.GetFunction<Shapes.ObjectOfTheSameBytesShape>,
#pragma warning restore FFI0043
            (module, symbol) => module.GetFunction<Shapes.ObjectOfTheSameBytesShape>(symbol),
            static f => { Extent extent = new() { Start = 1, Reserved = 2, Length = 4 }; return $"{f(extent)} {extent.Length} {f(null)}"; },
            "6 6 -1")
        {
            Refusal = "is converted by the runtime",
        },
    ];

    private delegate int HiddenLastError(int error, [LastError] out int lastError);

    [NativeFunction(SetLastError = true)]
    private delegate int HiddenSetLastError(int error);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl, SetLastError = true)]
    private delegate int HiddenSetLastErrorOfPointer(string? text, int error);

    [NativeFunction(SetLastError = true)]
    private delegate int HiddenBothErrors(int error, [LastError] out int lastError);
    private delegate double HiddenMarshaller(Celsius value);
    private delegate long HiddenNamedMarshaller([MarshalUsing(typeof(Utf16StringMarshaller))] string? text);
    private delegate long HiddenConvertedStruct([MarshalAs(UnmanagedType.Struct)] in Person person);
    private delegate void HiddenConvertedStructBack([MarshalAs(UnmanagedType.Struct)] ref Person person);
    private delegate void HiddenConvertedObject([MarshalAs(UnmanagedType.LPStruct), In, Out] PersonObject person);
    private delegate int HiddenObjectOfTheSameBytes([MarshalAs(UnmanagedType.LPStruct)] Extent? extent);
}
