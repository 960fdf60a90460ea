using System.Runtime.InteropServices;

namespace Ffi.Tests.Delegates;

/// <summary>What <c>[UnmanagedFunctionPointer]</c> says holds for functions and for callbacks.</summary>
public sealed class CharSetTests
{
    [Fact]
    public void Unicode_OfAFunction_IsUtf16()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        Assert.Equal(5, fixture.GetFunction<Length16>("utf16_length")("größe"));
        Assert.Equal(2, fixture.GetFunction<SpanLength16>("utf16_length")("größe".AsSpan(3)));
        Assert.Equal(7, fixture.GetFunction<Length8>("utf8_length")("größe"));
    }

    [Fact]
    public void Unicode_OfACallback_IsUtf16()
    {
        string? seen = null;

        CharSetFunctions.PassTexts(
            (narrow, wide) =>
            {
                seen = wide;
                return narrow == 0 ? -1 : wide.Length;
            },
            "x\0"u8,
            MemoryMarshal.Cast<char, ushort>("λόγος\0"));

        Assert.Equal("λόγος", seen);
    }
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
internal delegate long Length16(string? text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
internal delegate long SpanLength16(ReadOnlySpan<char> text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate long Length8(string? text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
public delegate int TakeWideText(nint narrow, string wide);

[NativeLibrary("benchmarktest")]
internal static partial class CharSetFunctions
{
    [NativeFunction("pass_texts")]
    public static partial int PassTexts(TakeWideText function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);
}
