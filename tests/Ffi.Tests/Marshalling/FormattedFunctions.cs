using System.Runtime.InteropServices;

namespace Ffi.Tests.Marshalling;

/// <summary>What the runtime converts, declared twice: by an import, and by a native function that is to mean the same.</summary>
internal static class Imports
{
    [DllImport("benchmarktest", EntryPoint = "person_weigh")] internal static extern long Weigh(in Person person);
    [DllImport("benchmarktest", EntryPoint = "person_age")] internal static extern void Age(ref Person person);
    [DllImport("benchmarktest", EntryPoint = "person_make")] internal static extern void Make(out Person person);
    [DllImport("benchmarktest", EntryPoint = "person_rate")] internal static extern int Rate(ref Person person, int n);
    [DllImport("benchmarktest", EntryPoint = "person_weigh")] internal static extern long Weigh(PersonObject? person);
    [DllImport("benchmarktest", EntryPoint = "person_age")] internal static extern void Age(PersonObject person);
    [DllImport("benchmarktest", EntryPoint = "person_age")] internal static extern void AgeBack([In, Out] PersonObject person);
    [DllImport("benchmarktest", EntryPoint = "person_make")] internal static extern void Make([Out] PersonObject person);
    [DllImport("benchmarktest", EntryPoint = "extent_grow")] internal static extern int Grow(Extent? extent);
}

/// <inheritdoc cref="Imports"/>
[NativeLibrary("benchmarktest")]
internal static partial class FormattedFunctions
{
    [NativeFunction("person_weigh")] internal static partial long Weigh([MarshalAs(UnmanagedType.Struct)] in Person person);
    [NativeFunction("person_age")] internal static partial void Age([MarshalAs(UnmanagedType.Struct)] ref Person person);
    [NativeFunction("person_make")] internal static partial void Make([MarshalAs(UnmanagedType.Struct)] out Person person);
    [NativeFunction("person_rate")] internal static partial int Rate([MarshalAs(UnmanagedType.Struct)] ref Person person, int n);
    [NativeFunction("person_weigh")] internal static partial long Weigh([MarshalAs(UnmanagedType.LPStruct)] PersonObject? person);
    [NativeFunction("person_age")] internal static partial void Age([MarshalAs(UnmanagedType.LPStruct)] PersonObject person);
    [NativeFunction("person_age")] internal static partial void AgeBack([MarshalAs(UnmanagedType.LPStruct), In, Out] PersonObject person);
    [NativeFunction("person_make")] internal static partial void Make([MarshalAs(UnmanagedType.LPStruct), Out] PersonObject person);
    [NativeFunction("extent_grow")] internal static partial int Grow([MarshalAs(UnmanagedType.LPStruct)] Extent? extent);

    [NativeFunction("utf8_length")]
    internal static partial long Length(
        [MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(LabelMarshaler), MarshalCookie = "in")] Label? label);

    [NativeFunction("utf8_greeting")]
    [return: MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(LabelMarshaler), MarshalCookie = "out")]
    internal static partial Label? Greeting(int which);
}

internal delegate int Rate(int n);

internal struct Person
{
    [MarshalAs(UnmanagedType.LPUTF8Str)] public string? Name;
    public bool LikesTea;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public byte[]? Id;
    public Rate? Rate;
}

[StructLayout(LayoutKind.Sequential)]
internal sealed class PersonObject
{
    [MarshalAs(UnmanagedType.LPUTF8Str)] public string? Name;
    public bool LikesTea;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public byte[]? Id;
    public Rate? Rate;
}

[StructLayout(LayoutKind.Sequential)]
internal sealed class Extent
{
    public long Start;
    public int Reserved;
    public int Length;
}

/// <summary>Carries labels across as UTF-8, and counts.</summary>
internal sealed class LabelMarshaler(string cookie) : ICustomMarshaler
{
    public static List<string> Cookies { get; } = [];

    public static int Outstanding { get; private set; }

    public static ICustomMarshaler GetInstance(string cookie)
    {
        Cookies.Add(cookie);
        return new LabelMarshaler(cookie);
    }

    public nint MarshalManagedToNative(object value)
    {
        Assert.NotNull(value);
        Outstanding++;
        return Marshal.StringToCoTaskMemUTF8(((Label)value).Text);
    }

    public object MarshalNativeToManaged(nint value)
    {
        Assert.NotEqual(0, value);
        Outstanding++;
        return new Label($"{cookie}: {Marshal.PtrToStringUTF8(value)}");
    }

    // The library keeps what it returned; and an exception here is nobody's.
    public void CleanUpNativeData(nint value)
    {
        Assert.NotEqual(0, value);
        Outstanding--;
        if (cookie == "in")
        {
            Marshal.FreeCoTaskMem(value);
        }

        throw new InvalidOperationException("Dropped.");
    }

    public void CleanUpManagedData(object value) => throw new InvalidOperationException("Never asked for.");

    public int GetNativeDataSize() => -1;
}
