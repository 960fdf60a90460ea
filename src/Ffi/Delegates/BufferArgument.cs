using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Elements of the caller that are pinned in place.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters of the helpers ask for nothing.")]
[UnconditionalSuppressMessage("Trimming", "IL2071", Justification = "An unmanaged type is made by no constructor.")]
[UnconditionalSuppressMessage("Trimming", "IL2081", Justification = "An unmanaged type is made by no constructor.")]
internal sealed class BufferArgument(DynamicParameter parameter, int index, Type element, string firstElement)
    : DynamicArgument(parameter, index)
{
    private static readonly (Type Type, string FirstElement)[] s_buffers =
    [
        (typeof(Span<>), nameof(FirstElement.OfSpan)),
        (typeof(ReadOnlySpan<>), nameof(FirstElement.OfReadOnlySpan)),
        (typeof(Memory<>), nameof(FirstElement.OfMemory)),
        (typeof(ReadOnlyMemory<>), nameof(FirstElement.OfReadOnlyMemory)),
        (typeof(PinnedBuffer<>), nameof(FirstElement.OfPinnedBuffer)),
    ];

    private LocalBuilder? _pinned;

    public override Type NativeType => typeof(nint);

    public override bool IsFinishedFirst => element == typeof(bool);

    public static BufferArgument? TryPlan(DynamicParameter parameter, int index) =>
        Find(parameter) is ({ } element, { } firstElement)
        && !parameter.IsByReference
        && DynamicTypes.IsPinnable(element)
        && IsAnyway(parameter, element)
        && !(element == typeof(bool) && firstElement == nameof(FirstElement.OfPinnedBuffer))
        && !IsText(parameter)
            ? new BufferArgument(parameter, index, element, firstElement)
            : null;

    public override void Pin(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.Call(firstElement == nameof(FirstElement.OfPointers)
            ? typeof(FirstElement).GetMethod(firstElement)!
            : typeof(FirstElement).GetMethod(firstElement)!.MakeGenericMethod(element));
        _pinned = body.Pin();
        if (firstElement == nameof(FirstElement.OfPinnedBuffer) && Parameter.Has<RetainedAttribute>())
        {
            body.LoadArgument(Index);
            body.Call(typeof(BufferArgument).GetMethod(nameof(Retain))!.MakeGenericMethod(element));
        }
    }

    public override void Pass(DynamicBody body) => body.LoadPinned(_pinned!);

    public override void Finish(DynamicBody body)
    {
        if (element == typeof(bool))
        {
            body.LoadArgument(Index);
            body.Call(typeof(BufferArgument).GetMethod(nameof(Normalize), [Parameter.Type])!);
        }

        string? keep = firstElement switch
        {
            nameof(FirstElement.OfMemory) => nameof(KeepMemory),
            nameof(FirstElement.OfReadOnlyMemory) => nameof(KeepReadOnlyMemory),
            _ => null,
        };
        if (keep is not null)
        {
            body.LoadArgumentAddress(Index);
            body.Call(typeof(BufferArgument).GetMethod(keep)!.MakeGenericMethod(element));
        }
    }

    public static void Normalize(bool[]? values) => NativeBoolean.Normalize((ReadOnlySpan<bool>)values);

    public static void Normalize(Span<bool> values) => NativeBoolean.Normalize((ReadOnlySpan<bool>)values);

    public static void Normalize(ReadOnlySpan<bool> values) => NativeBoolean.Normalize(values);

    public static void Normalize(Memory<bool> values) => NativeBoolean.Normalize((ReadOnlySpan<bool>)values.Span);

    public static void Normalize(ReadOnlyMemory<bool> values) => NativeBoolean.Normalize(values.Span);

    public static void Retain<T>(PinnedBuffer<T> buffer)
        where T : unmanaged => buffer.Retain();

    public static void KeepMemory<T>(in Memory<T> memory) => KeptAlive.Owner(in memory);

    public static void KeepReadOnlyMemory<T>(in ReadOnlyMemory<T> memory) => KeptAlive.Owner(in memory);

    private static (Type? Element, string? FirstElement) Find(DynamicParameter parameter)
    {
        if (parameter.Type.IsSZArray)
        {
            Type element = parameter.Type.GetElementType()!;
            return (
                element,
                element.IsPointer || element.IsFunctionPointer ? nameof(FirstElement.OfPointers) : nameof(FirstElement.OfArray));
        }

        return Array.Find(s_buffers, buffer => parameter.ElementOf(buffer.Type) is not null) is { Type: not null } found
            ? (parameter.ElementOf(found.Type), found.FirstElement)
            : default;
    }

    // [MarshalAs(UnmanagedType.LPArray)] changes nothing, unless it gives the elements another width.
    private static bool IsAnyway(DynamicParameter parameter, Type element) => parameter.MarshalAs is null
        || IsTerminatedText(parameter)
        || (
            parameter is { MarshalAs: UnmanagedType.LPArray, Element: not null }
            && DynamicTypes.IsAnyway(element, parameter.ElementMarshalAs));

    // Characters that are only read are text, which has an encoding and an end.
    private static bool IsText(DynamicParameter parameter) => IsCharacters(parameter) && !IsTerminatedText(parameter);

    // Text that is declared as NUL-terminated is passed without a copy.
    private static bool IsTerminatedText(DynamicParameter parameter) =>
        IsCharacters(parameter)
        && parameter.Has<NulTerminatedAttribute>()
        && parameter.Options.EncodingOf(parameter.MarshalAs) == StringMarshalling.Utf16;

    private static bool IsCharacters(DynamicParameter parameter) => parameter.ElementOf(typeof(ReadOnlySpan<>)) == typeof(char);
}
