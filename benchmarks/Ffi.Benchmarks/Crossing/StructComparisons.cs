using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Crossing;

/// <summary>A struct with two strings and a <c>bool</c>, on its way into a function that only looks whether there is any.</summary>
internal static class StructComparisons
{
    private static readonly Account s_account = new() { Name = "ada.lovelace", Title = "A text of 19 chars.", IsActive = true };

    /// <summary>The comparison.</summary>
    public static IEnumerable<Comparison> All =>
    [
        new(
            "Structs",
            "2 strings and a bool",
            new Way("DllImport", Loops.InLoop<DllImport, int>(default)),
            new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(default))),
    ];

    private readonly struct DllImport : ICall<int>
    {
        public int Invoke(int i) => ClassicStructs.IsNull(in s_account);
    }

    private readonly struct NativeFunction : ICall<int>
    {
        public int Invoke(int i) => Structs.IsNull(in s_account);
    }
}

/// <summary>The struct. Each field says what it is in C, so that both ways pass the same bytes.</summary>
internal struct Account
{
    [MarshalAs(UnmanagedType.LPUTF8Str)] public string Name;
    [MarshalAs(UnmanagedType.LPUTF8Str)] public string Title;
    [MarshalAs(UnmanagedType.U1)] public bool IsActive;
}

/// <summary>The function as we bind it.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Structs
{
    [NativeFunction("is_null")]
    public static partial byte IsNull(in Account account);
}

/// <summary>The same by DllImport.</summary>
internal static class ClassicStructs
{
    [DllImport("benchmarktest", EntryPoint = "is_null")]
    public static extern byte IsNull(in Account account);
}
