using System.Runtime.InteropServices;

namespace Ffi.Tests.Checked.Faults;

/// <summary>Declarations of which some say less than the functions do.</summary>
[NativeLibrary("faults")]
internal static unsafe partial class Careless
{
    [NativeFunction("fill")] internal static partial void Fill(Span<byte> target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void Fill(byte[] target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void Fill(Memory<byte> target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void Fill(PinnedBuffer<byte> target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillReadOnly(ReadOnlySpan<byte> target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillIn([In] byte[] target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillOne(in long target, int offset, int count, byte value);
    [NativeFunction("fill")]
    internal static partial void FillBoolean([MarshalAs(UnmanagedType.Bool)] ref bool target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillEntry(ref Entry target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillEntry(in ReadEntry target, int offset, int count, byte value);
    [NativeFunction("fill")] internal static partial void FillEntries(Span<Entry> target, int offset, int count, byte value);

    [NativeFunction("store_long")] internal static partial void StoreLong(out int target, long value);
    [NativeFunction("store_long")] internal static partial void StoreLong(out long target, long value);
    [NativeFunction("store_long")] internal static partial void ReplaceLong(ref long target, long value);
    [NativeFunction("store_long")] internal static partial void StoreBoolean(ref bool target, long value);
    [NativeFunction("sum")] internal static partial int Sum(ReadOnlySpan<byte> bytes, int count);
    [NativeFunction("shout")] internal static partial int Shout(string text);
    [NativeFunction("shout")] internal static partial int Shout([NulTerminated] ReadOnlySpan<byte> text);
    [NativeFunction("shout")] internal static partial int Shout(Span<byte> text);
    [NativeFunction("shout_wide", StringMarshalling = StringMarshalling.Utf16)] internal static partial int ShoutWide(string text);

    [NativeFunction("keep")] internal static partial void Keep(Span<byte> target);
    [NativeFunction("keep")] internal static partial void KeepRetained([Retained] PinnedBuffer<byte> target);
    [NativeFunction("write_kept")] internal static partial void WriteKept(int offset, byte value);

    [NativeFunction("address_of")] internal static partial long AddressOf(ReadOnlySpan<byte> memory);
    [NativeFunction("address_of")] internal static partial long AddressOf(PinnedBuffer<byte> memory);
    [NativeFunction("distance")] internal static partial nint Distance(ReadOnlySpan<byte> first, Span<byte> second);
    [NativeFunction("measure")] internal static partial void Measure(string?[] texts, int count, Span<int> lengths);
    [NativeFunction("swap_texts")] internal static partial void SwapTexts(string[] texts);
    [NativeFunction("find")] internal static partial nint Find([NulTerminated] ReadOnlySpan<byte> text, int value);
    [NativeFunction("find_end")] internal static partial void FindEnd([NulTerminated] ReadOnlySpan<byte> text, out byte* end);
    [NativeFunction("copy_text")] internal static partial string CopyText(Span<byte> target, string source);
    [NativeFunction("call_with")] internal static partial void CallWith(Span<int> numbers, Action callback);
}

/// <summary>Not the same bytes in C: converted for the call.</summary>
internal struct Entry
{
    public int Number;
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 4)] public string Kind;
}

/// <summary>Another one, for <c>in</c>.</summary>
internal struct ReadEntry
{
    public int Number;
    [MarshalAs(UnmanagedType.VariantBool)] public bool IsSet;
}
