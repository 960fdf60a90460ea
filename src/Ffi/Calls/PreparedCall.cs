using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>Where each argument of a signature goes, asked of the convention's placer once.</summary>
internal sealed unsafe class PreparedCall
{
    private readonly NativeAbiKind _abi;
    private readonly PreparedParameter[] _parameters;
    private readonly int _stack;
    private readonly int _vectorSlots;
    private readonly bool _areWords;
    private readonly bool _areWordsAndPairs;
    private readonly bool _areWhole;

    private PreparedCall(NativeType returns, PreparedParameter[] parameters, NativeAbiKind abi, int stack, int vectorSlots = 0)
    {
        (Returns, _parameters, _abi, _stack, _vectorSlots) = (returns, parameters, abi, stack, vectorSlots);
        IsPlain = abi == NativeAbiKind.SystemV && stack <= SystemVSignatures.FewWords && !returns.IsStruct;
        IsInRegisters = IsPlain && stack == 0;
        _areWords = Array.TrueForAll(parameters, static parameter => parameter.Kind == PlacementKind.Word);
        _areWordsAndPairs = Array.TrueForAll(parameters, static parameter => parameter.Kind is PlacementKind.Word or PlacementKind.Pair);
        _areWhole = _areWordsAndPairs
            && Array.TrueForAll(parameters, static parameter => parameter.Type.Size == (parameter.Kind == PlacementKind.Word ? 8 : 16));
    }

    /// <summary>What is returned.</summary>
    public NativeType Returns { get; }

    /// <summary>Whether its arguments fit a <see cref="SystemVPlainFrame"/>, which a caller has itself.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether none of them is on the stack.</summary>
    public bool IsInRegisters { get; }

    /// <summary>Asks the placer of a convention.</summary>
    /// <exception cref="PlatformNotSupportedException">The convention is not known.</exception>
    public static PreparedCall Of(NativeType returns, ReadOnlySpan<NativeType> parameters, NativeAbiKind abi)
    {
        switch (abi)
        {
            case NativeAbiKind.SystemV:
                SystemVPlacer systemV = default;
                PreparedParameter[] inSystemV = Place(ref systemV, parameters);
                return new PreparedCall(returns, inSystemV, abi, systemV.StackWords);
            case NativeAbiKind.WindowsX64:
                WindowsX64Placer windows = new(returns);
                PreparedParameter[] inWindows = Place(ref windows, parameters);
                return new PreparedCall(returns, inWindows, abi, windows.Slots, windows.VectorSlots);
            case NativeAbiKind.Arm64 or NativeAbiKind.WindowsArm64 or NativeAbiKind.AppleArm64:
                Arm64Placer arm64 = new(isApple: abi == NativeAbiKind.AppleArm64);
                PreparedParameter[] inArm64 = Place(ref arm64, parameters);
                return new PreparedCall(returns, inArm64, abi, arm64.StackWords);
            default:
                throw NativeAbi.NotSupported();
        }
    }

    /// <summary>Calls with values.</summary>
    [SkipLocalsInit]
    public NativeValue Invoke(nint function, ReadOnlySpan<NativeValue> arguments)
    {
        Unsafe.SkipInit(out Frame frame);
        Fill(function, arguments, (byte*)&frame);
        return Call(function, (long*)&frame);
    }

    /// <summary>Calls with values in memory.</summary>
    [SkipLocalsInit]
    public void Invoke(nint function, byte* result, ReadOnlySpan<nint> arguments)
    {
        Unsafe.SkipInit(out Frame frame);
        Fill(function, arguments, (byte*)&frame);
        NativeValue value = Call(function, (long*)&frame);
        Write(Returns, value.Low, value.High, result);
    }

    /// <summary>Writes values to where they go.</summary>
    /// <exception cref="ArgumentException">They are not those of the signature.</exception>
    /// <remarks>The loop calls nothing, and what does is in methods of its own: around a call the JIT keeps a loop's variables on the
    /// stack, which takes as long as the loop's work.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fill(nint function, ReadOnlySpan<NativeValue> arguments, byte* frame)
    {
        PreparedParameter[] parameters = _parameters;
        if (function == 0 || arguments.Length != parameters.Length)
        {
            ThrowCannotCall(function, arguments.Length);
        }

        if (!_areWords)
        {
            FillMixed(arguments, frame);
            return;
        }

        ref PreparedParameter parameter = ref MemoryMarshal.GetArrayDataReference(parameters);
        ref PreparedParameter end = ref Unsafe.Add(ref parameter, parameters.Length);
        ref NativeValue argument = ref MemoryMarshal.GetReference(arguments);
        uint difference = 0;
        while (Unsafe.IsAddressLessThan(ref parameter, ref end))
        {
            difference |= argument.Type.Bits ^ parameter.Type.Bits;
            *(ulong*)(frame + parameter.First) = argument.Low;
            argument = ref Unsafe.Add(ref argument, 1);
            parameter = ref Unsafe.Add(ref parameter, 1);
        }

        if (difference != 0)
        {
            ThrowOtherType(ref argument);
        }
    }

    /// <summary>Writes values that are in memory to where they go.</summary>
    /// <exception cref="ArgumentException">There are more or fewer than parameters.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Fill(nint function, ReadOnlySpan<nint> arguments, byte* frame)
    {
        PreparedParameter[] parameters = _parameters;
        if (function == 0 || arguments.Length != parameters.Length)
        {
            ThrowCannotCall(function, arguments.Length);
        }

        if (!_areWhole)
        {
            FillMixed(arguments, frame);
            return;
        }

        ref PreparedParameter parameter = ref MemoryMarshal.GetArrayDataReference(parameters);
        ref PreparedParameter end = ref Unsafe.Add(ref parameter, parameters.Length);
        ref nint argument = ref MemoryMarshal.GetReference(arguments);
        while (Unsafe.IsAddressLessThan(ref parameter, ref end))
        {
            *(ulong*)(frame + parameter.First) = *(ulong*)argument;
            if (parameter.Kind != PlacementKind.Word)
            {
                *(ulong*)(frame + parameter.Second) = *(ulong*)(argument + 8);
            }

            argument = ref Unsafe.Add(ref argument, 1);
            parameter = ref Unsafe.Add(ref parameter, 1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillMixed(ReadOnlySpan<NativeValue> arguments, byte* frame)
    {
        if (!_areWordsAndPairs)
        {
            FillAny(arguments, frame);
            return;
        }

        PreparedParameter[] parameters = _parameters;
        ref PreparedParameter parameter = ref MemoryMarshal.GetArrayDataReference(parameters);
        ref PreparedParameter end = ref Unsafe.Add(ref parameter, parameters.Length);
        ref NativeValue argument = ref MemoryMarshal.GetReference(arguments);
        uint difference = 0;
        while (Unsafe.IsAddressLessThan(ref parameter, ref end))
        {
            difference |= argument.Type.Bits ^ parameter.Type.Bits;
            *(ulong*)(frame + parameter.First) = argument.Low;
            if (parameter.Kind != PlacementKind.Word)
            {
                *(ulong*)(frame + parameter.Second) = argument.High;
            }

            argument = ref Unsafe.Add(ref argument, 1);
            parameter = ref Unsafe.Add(ref parameter, 1);
        }

        if (difference != 0)
        {
            ThrowOtherType(ref argument);
        }
    }

    private void FillAny(ReadOnlySpan<NativeValue> arguments, byte* frame)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            ref readonly PreparedParameter parameter = ref _parameters[i];
            ref readonly NativeValue argument = ref arguments[i];
            if (argument.Type != parameter.Type)
            {
                ThrowOtherType(ref Unsafe.Add(ref MemoryMarshal.GetReference(arguments), arguments.Length));
            }

            *(ulong*)(frame + parameter.First) = argument.Low;
            if (parameter.Kind != PlacementKind.Word)
            {
                WriteRest(in parameter, frame, argument.Low, argument.High);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillMixed(ReadOnlySpan<nint> arguments, byte* frame)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            ref readonly PreparedParameter parameter = ref _parameters[i];
            byte* bytes = (byte*)arguments[i];
            if (parameter.Kind == PlacementKind.Word)
            {
                *(ulong*)(frame + parameter.First) = Word(parameter.Type, bytes);
                continue;
            }

            // What goes to two places has more than four bytes, or is a pair of floats.
            int size = parameter.Type.Size;
            ulong low = size >= 8 ? *(ulong*)bytes : Part(bytes, size);
            ulong high = size == 16 ? *(ulong*)(bytes + 8) : size > 8 ? Part(bytes + 8, size - 8) : 0;
            *(ulong*)(frame + parameter.First) = low;
            WriteRest(in parameter, frame, low, high);
        }
    }

    /// <summary>Writes a scalar as a call left it, in its own size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(NativeType returns, IntegerAndVector registers, byte* result)
    {
        ulong word = returns.IsFloatingPoint ? BitConverter.DoubleToUInt64Bits(registers.Vector) : registers.Integer;
        if (returns.Size == 8 && result != null)
        {
            *(ulong*)result = word;
        }
        else
        {
            Write(returns, word, 0, result);
        }
    }

    private static void Write(NativeType returns, ulong low, ulong high, byte* result)
    {
        if (result == null)
        {
            return;
        }

        switch (returns.Size)
        {
            case 0:
                break;
            case 1:
                // A _Bool is 0 or 1 in its lowest byte, as every other byte is what it is.
                *result = (byte)low;
                break;
            case 2:
                *(ushort*)result = (ushort)low;
                break;
            case 4:
                *(uint*)result = (uint)low;
                break;
            case 8:
                *(ulong*)result = low;
                break;
            default:
                ReadOnlySpan<ulong> words = [low, high];
                MemoryMarshal.AsBytes(words)[..returns.Size].CopyTo(new Span<byte>(result, returns.Size));
                break;
        }
    }

    // No byte beyond the value is read: it may be the last of its page.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(NativeType type, byte* argument) => type.Size == 8 ? *(ulong*)argument : Narrow(type, argument);

    private static ulong Narrow(NativeType type, byte* argument) => type.Kind switch
    {
        NativeTypeKind.Bool or NativeTypeKind.Byte => *argument,
        NativeTypeKind.SByte => (ulong)*(sbyte*)argument,
        NativeTypeKind.Char or NativeTypeKind.UInt16 => *(ushort*)argument,
        NativeTypeKind.Int16 => (ulong)*(short*)argument,
        NativeTypeKind.Int32 => (ulong)*(int*)argument,
        NativeTypeKind.UInt32 or NativeTypeKind.Single => *(uint*)argument,
        _ => Part(argument, type.Size),
    };

    private static ulong Part(byte* bytes, int count)
    {
        ulong part = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            part = (part << 8) | bytes[i];
        }

        return part;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteRest(ref readonly PreparedParameter parameter, byte* frame, ulong low, ulong high)
    {
        if (parameter.Kind == PlacementKind.Pair)
        {
            *(ulong*)(frame + parameter.Second) = high;
        }
        else
        {
            ArgumentWriter.WriteRest(parameter.Placement, frame, low, high);
        }
    }

    private static PreparedParameter[] Place<TPlacer>(ref TPlacer placer, ReadOnlySpan<NativeType> types)
        where TPlacer : struct, IArgumentPlacer
    {
        var parameters = new PreparedParameter[types.Length];
        for (int i = 0; i < types.Length; i++)
        {
            parameters[i] = new PreparedParameter(types[i], placer.Place(types[i]));
        }

        return parameters;
    }

    private NativeValue Call(nint function, long* frame) => _abi switch
    {
        NativeAbiKind.SystemV => SystemVCall.Call(function, Returns, frame, _stack),
        NativeAbiKind.WindowsX64 => WindowsX64Call.Call(function, Returns, frame, _stack, _vectorSlots),
        _ => Arm64Call.Call(function, Returns, frame, _stack),
    };

    [DoesNotReturn]
    private void ThrowCannotCall(nint function, int count) => throw (function == 0
        ? new ArgumentNullException(nameof(function), "The function's address is 0.")
        : new ArgumentException($"The signature has {_parameters.Length} parameters, and the call has {count} arguments."));

    /// <param name="end">Where the arguments end, of which one is not of its parameter's type: that is all that the loops still
    /// know.</param>
    [DoesNotReturn]
    private void ThrowOtherType(ref NativeValue end)
    {
        ref NativeValue first = ref Unsafe.Subtract(ref end, _parameters.Length);
        int index = 0;
        while (Unsafe.Add(ref first, index).Type == _parameters[index].Type)
        {
            index++;
        }

        throw new ArgumentException(
            $"Argument {index} is {Unsafe.Add(ref first, index).Type}, and the signature has {_parameters[index].Type} there. "
            + "Cast the value, or prepare another signature.");
    }

    // The largest of the conventions' frames.
    [StructLayout(LayoutKind.Sequential, Size = WindowsX64Placer.FrameBytes)]
    private readonly struct Frame;
}
