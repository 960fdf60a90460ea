using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Text, or an array of texts, that is transcoded or copied for the call, with a NUL after it.</summary>
/// <param name="parameter">The parameter.</param>
/// <param name="index">The argument's number.</param>
/// <param name="buffer">The runtime's type that holds the text.</param>
/// <param name="asSpan">What makes a span of the argument; null if it is one.</param>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class CopiedTextArgument(
    DynamicParameter parameter,
    int index,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods)]
        Type buffer,
    string? asSpan
) : DynamicArgument(parameter, index)
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicMethods)]
    private readonly Type _buffer = buffer;

    private LocalBuilder? _text;
    private LocalBuilder? _pinned;

    public override Type NativeType => typeof(nint);

    public static DynamicArgument? TryPlan(DynamicParameter parameter, int index)
    {
        if (parameter.IsByReference || parameter.Options.EncodingOf(MarshalAsOf(parameter)) is not { } encoding)
        {
            return null;
        }

        bool isUtf8 = encoding == StringMarshalling.Utf8;
        if (parameter.Type == typeof(string))
        {
            return isUtf8
                ? new CopiedTextArgument(parameter, index, typeof(Utf8Text), nameof(SpanOfString))
                : new PinnedTextArgument(parameter, index);
        }

        if (parameter.ElementOf(typeof(ReadOnlySpan<>)) == typeof(char) && !parameter.Has<NulTerminatedAttribute>())
        {
            return new CopiedTextArgument(parameter, index, isUtf8 ? typeof(Utf8Text) : typeof(Utf16Text), asSpan: null);
        }

        return IsTexts(parameter)
            ? new CopiedTextArgument(
                parameter,
                index,
                isUtf8 ? typeof(TextArray<byte>) : typeof(TextArray<char>),
                parameter.Type.IsSZArray ? nameof(SpanOfArray) : null)
            : null;
    }

    public override void Prepare(DynamicBody body)
    {
        ConstructorInfo constructor = _buffer.GetConstructors()[0];
        _text = body.IL.DeclareLocal(_buffer);
        LocalBuilder scratch = body.IL.DeclareLocal(typeof(TextScratch));
        body.IL.Emit(OpCodes.Ldloca, _text);
        body.LoadArgument(Index);
        if (asSpan is not null)
        {
            body.Call(typeof(CopiedTextArgument).GetMethod(asSpan)!);
        }

        body.IL.Emit(OpCodes.Ldloca, scratch);
        body.IL.Emit(OpCodes.Ldstr, Parameter.Name);
        body.IL.Emit(OpCodes.Call, constructor);
        body.Guard(() =>
        {
            body.IL.Emit(OpCodes.Ldloca, _text);
            body.Call(_buffer.GetMethod(nameof(IDisposable.Dispose))!);
        });
    }

    public override void Pin(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _text!);
        body.Call(_buffer.GetMethod(nameof(Utf8Text.GetPinnableReference))!);
        _pinned = body.Pin();
    }

    public override void Pass(DynamicBody body) => body.LoadPinned(_pinned!);

    public static ReadOnlySpan<char> SpanOfString(string? text) => text;

    public static ReadOnlySpan<string?> SpanOfArray(string?[]? texts) => texts;

    private static bool IsTexts(DynamicParameter parameter) =>
        (parameter.Type == typeof(string[]) || parameter.ElementOf(typeof(ReadOnlySpan<>)) == typeof(string)) && !parameter.IsWritten;

    // For an array of strings, the [MarshalAs] of its elements.
    private static UnmanagedType? MarshalAsOf(DynamicParameter parameter) =>
        parameter.MarshalAs == UnmanagedType.LPArray && parameter.Element == typeof(string)
            ? parameter.ElementMarshalAs
            : parameter.MarshalAs;
}

/// <summary>A string that is passed as UTF-16: pinned, since every string has a NUL after it.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class PinnedTextArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    private LocalBuilder? _pinned;

    public override Type NativeType => typeof(nint);

    public override void Prepare(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldstr, Parameter.Name);
        body.Call(typeof(PinnedTextArgument).GetMethod(nameof(Check))!);
    }

    public override void Pin(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.Call(typeof(PinnedTextArgument).GetMethod(nameof(FirstOf))!);
        _pinned = body.Pin();
    }

    public override void Pass(DynamicBody body) => body.LoadPinned(_pinned!);

    public static void Check(string? text, string parameter) => TextArgument.ThrowIfHasNul(text, parameter);

    public static ref readonly char FirstOf(string? text) =>
        ref text is null ? ref System.Runtime.CompilerServices.Unsafe.NullRef<char>() : ref text.GetPinnableReference();
}
