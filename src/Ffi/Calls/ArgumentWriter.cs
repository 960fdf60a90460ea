using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ffi.Calls;

/// <summary>Writes arguments into a frame, each where a placer says.</summary>
internal static unsafe class ArgumentWriter
{
    /// <summary>Writes the arguments of a call.</summary>
    /// <param name="placer">The convention's table, fresh.</param>
    /// <param name="frame">Memory for every place that the placer can name for <see cref="NativeCall.MaxArguments"/> arguments.</param>
    /// <param name="arguments">The arguments, all of them.</param>
    /// <param name="fixedCount">How many of them belong to parameters before a C function's dots; all of them if there are none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TPlacer>(ref TPlacer placer, byte* frame, ReadOnlySpan<NativeValue> arguments, int fixedCount)
        where TPlacer : struct, IArgumentPlacer
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i >= fixedCount)
            {
                TPlacer copy = placer;
                WriteVariadic(ref copy, frame, arguments, fixedCount);
                placer = copy;
                return;
            }

            ref readonly NativeValue argument = ref arguments[i];
            ThrowIfVoid(argument.Type, i);
            Write(placer.Place(argument.Type), frame, in argument);
        }
    }

    private static void WriteVariadic<TPlacer>(ref TPlacer placer, byte* frame, ReadOnlySpan<NativeValue> arguments, int fixedCount)
        where TPlacer : struct, IArgumentPlacer
    {
        placer.BeginVariadic();
        for (int i = fixedCount; i < arguments.Length; i++)
        {
            NativeValue argument = arguments[i].Promoted();
            ThrowIfVoid(argument.Type, i);
            Write(placer.Place(argument.Type), frame, in argument);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Placement placement, byte* frame, ref readonly NativeValue value)
    {
        *(ulong*)(frame + placement.First) = value.Low;
        if (placement.Kind != PlacementKind.Word)
        {
            WriteRest(placement, frame, value.Low, value.High);
        }
    }

    /// <summary>Writes what a value has besides its word.</summary>
    public static void WriteRest(Placement placement, byte* frame, ulong low, ulong high)
    {
        switch (placement.Kind)
        {
            case PlacementKind.Pair:
                *(ulong*)(frame + placement.Second) = high;
                break;
            case PlacementKind.Floats:
                Span<ulong> words = new(frame + placement.First, placement.Second);
                for (int i = 0; i < words.Length; i++)
                {
                    words[i] = (uint)((i < 2 ? low : high) >> (i % 2 * 32));
                }

                break;
            default:
                *(ulong*)(frame + placement.Second) = low;
                *(ulong*)(frame + placement.Second + 8) = high;
                *(byte**)(frame + placement.First) = frame + placement.Second;
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThrowIfVoid(NativeType type, int index)
    {
        if (type.Kind == NativeTypeKind.Void)
        {
            ThrowVoid(index);
        }
    }

    [DoesNotReturn]
    private static void ThrowVoid(int index) =>
        throw new ArgumentException($"Argument {index} is a default NativeValue, which is void; it needs a value.");
}
