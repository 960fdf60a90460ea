using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Calls.Booleans;

/// <summary>The fixture's functions that write bytes of their own choice where C# has <c>bool</c>s.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Truths
{
    [NativeFunction("set_truth")] internal static partial int Set(ref bool truth, byte value);
    [NativeFunction("set_truth")] internal static partial int SetOut(out bool truth, byte value);
    [NativeFunction("set_truth")] internal static partial int SetIn(in bool truth, byte value);
    [NativeFunction("set_truth")] internal static partial int SetReadOnly(ref readonly bool truth, byte value);
    [NativeFunction("set_truth")] internal static partial int SetLast(ref bool truth, byte value, [LastError] out int error);
    [NativeFunction("set_truths")] internal static partial int Set(Span<bool> truths, int count, byte first);
    [NativeFunction("set_truths")] internal static partial int Set(ReadOnlySpan<bool> truths, int count, byte first);
    [NativeFunction("set_truths")] internal static partial int Set(bool[]? truths, int count, byte first);
    [NativeFunction("set_truths")] internal static partial int Set(Memory<bool> truths, int count, byte first);
    [NativeFunction("set_truths")] internal static partial int Set(ReadOnlyMemory<bool> truths, int count, byte first);
    [NativeFunction("set_truths")] internal static partial int SetFirstOf(ref bool truths, int count, byte first);

    [NativeFunction("pass_truth")] internal static partial int Pass(TakeTruth function, byte value);
    [NativeFunction("pass_truth")] internal static partial int Pass(nint function, byte value);
    [NativeFunction("pass_truth")] internal static partial int PassOut(GiveTruth function, byte value);
    [NativeFunction("pass_constant_truth")] internal static partial void PassConstant(SeeTruth function, bool isNull);
    [NativeFunction("pass_constant_truth")] internal static partial void PassConstant(nint function, bool isNull);
    [NativeFunction("pass_truths")] internal static partial int PassAll(TakeTruths function, byte first);
    [NativeFunction("pass_constant_truths")] internal static partial void PassConstants(SeeTruths function);
    [NativeFunction("answered_truth")] internal static partial int Answered(Func<int, bool> function, int value);
    [NativeFunction("answered_truth")] internal static partial int Answered(nint function, int value);

    [NativeFunction("truths_new")]
    [return: MarshalUsing(CountElementName = nameof(count))]
    internal static partial bool[] New(int count);

    /// <summary>The byte behind a <c>bool</c>.</summary>
    internal static byte Bits(ref readonly bool value) => Unsafe.As<bool, byte>(ref Unsafe.AsRef(in value));

    /// <summary>The bytes behind <c>bool</c>s.</summary>
    internal static byte[] Bits(ReadOnlySpan<bool> values) => MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>A <c>bool</c> of a byte that C# itself never gives one.</summary>
    internal static bool OfBits(byte bits) => Unsafe.As<byte, bool>(ref bits);
}

public delegate void TakeTruth(ref bool truth);

public delegate void GiveTruth(out bool truth);

public delegate void SeeTruth(in bool truth);

public delegate void TakeTruths([LengthFrom("count")] Span<bool> truths, int count);

public delegate void SeeTruths([LengthFrom("count")] ReadOnlySpan<bool> truths, int count);

internal delegate int SetTruth(ref bool truth, byte value);

internal delegate int SetTruthOut(out bool truth, byte value);

internal delegate int SetTruthIn(in bool truth, byte value);

internal delegate int SetTruths(Span<bool> truths, int count, byte first);

internal delegate int SetArray(bool[]? truths, int count, byte first);

internal delegate int SetReadOnlyTruths(ReadOnlySpan<bool> truths, int count, byte first);
