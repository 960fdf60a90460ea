using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What the initializer of a variable comes to.</summary>
internal static class Evaluation
{
    public static ConstantValue? Read(LibClang clang, Cursor variable)
    {
        nint result = clang.Evaluate(variable);
        if (result == 0)
        {
            return null;
        }

        ConstantValue? value = clang.KindOf(result) switch
        {
            EvaluationKind.Integer => new IntegerValue(
                clang.IsUnsigned(result) != 0 ? new BigInteger(clang.AsUnsigned(result)) : new BigInteger(clang.AsInteger(result))),
            EvaluationKind.Float => new FloatValue(clang.AsDouble(result)),
            EvaluationKind.Text => new TextValue(Decode(clang.AsText(result))),
            _ => null,
        };
        clang.DisposeResult(result);
        return value;
    }

    // Headers are UTF-8 but for a few; a byte that is not becomes an unpaired surrogate, so that none is lost.
    private static unsafe string Decode(nint text)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text);
        StringBuilder decoded = new(bytes.Length);
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
            {
                decoded.Append(rune.ToString());
            }
            else
            {
                length = 1;
                decoded.Append((char)(0xDC00 + bytes[0]));
            }

            bytes = bytes[length..];
        }

        return decoded.ToString();
    }
}
