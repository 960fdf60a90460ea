using System.Runtime.InteropServices;

namespace Ffi.Tests.Delegates.Table;

/// <summary>What <c>[UnmanagedFunctionPointer]</c> says holds also where code meets a delegate type at run time.</summary>
public sealed class DynamicCharSetTests
{
    [Fact]
    public void Unicode_OfATypeMetAtRunTime_IsUtf16()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        Assert.Equal(5, Bind<Length16>(fixture, "utf16_length")("größe"));
        Assert.Equal(2, Bind<SpanLength16>(fixture, "utf16_length")("größe".AsSpan(3)));
        Assert.Equal(5, Bind<Length16AndUtf16>(fixture, "utf16_length")("größe"));
    }

    [Fact]
    public unsafe void Unicode_OfACallbackMetAtRunTime_IsUtf16()
    {
        string? seen = null;

        using NativeCallback<TakeWideText> callback = Create<TakeWideText>((_, wide) => { seen = wide; return wide.Length; });
        fixed (char* text = "λόγος")
        {
            Assert.Equal(5, ((delegate* unmanaged[Cdecl]<nint, char*, int>)callback.Pointer)(0, text));
        }

        Assert.Equal("λόγος", seen);
    }

    [Fact]
    public void CharSetThatSaysNothingCertain_OfATypeMetAtRunTime_IsRefused()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        Assert.Contains("CharSet.Ansi", Assert.Throws<ArgumentException>(() => Bind<LengthOfAnsi>(fixture, "utf8_length")).Message);
        Assert.Contains("CharSet.Auto", Assert.Throws<ArgumentException>(() => Bind<LengthOfAuto>(fixture, "utf8_length")).Message);
        Assert.Contains("CharSet.Unicode", Assert.Throws<ArgumentException>(() => Bind<Length16AndUtf8>(fixture, "utf8_length")).Message);
        Assert.Contains("CharSet.Ansi", Assert.Throws<ArgumentException>(() => Create<LengthOfAnsi>(static _ => 0)).Message);
    }

    private static TDelegate Bind<TDelegate>(NativeModule module, string symbol)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(symbol);

    private static NativeCallback<TDelegate> Create<TDelegate>(TDelegate callback)
        where TDelegate : Delegate => NativeCallback<TDelegate>.Create(callback);
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
[NativeFunction(StringMarshalling = StringMarshalling.Utf16)]
internal delegate long Length16AndUtf16(string? text);

#pragma warning disable FFI0033 // As of an assembly that no analyzer has seen.
[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Ansi)]
internal delegate long LengthOfAnsi(string? text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Auto)]
internal delegate long LengthOfAuto(ReadOnlySpan<char> text);

[UnmanagedFunctionPointer(CallingConvention.Cdecl, CharSet = CharSet.Unicode)]
[NativeFunction(StringMarshalling = StringMarshalling.Utf8)]
internal delegate long Length16AndUtf8(string? text);
#pragma warning restore FFI0033
