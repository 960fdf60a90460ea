using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>How a result is passed.</summary>
/// <param name="result">The result, as a parameter.</param>
/// <param name="nativeType">Its type in the native signature.</param>
/// <param name="conversion">What makes the declared result of the native one; null if it is the same.</param>
/// <param name="constructor">Of a handle, what makes its object; null for other types.</param>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class DynamicResult(
    DynamicParameter result,
    Type nativeType,
    MethodInfo? conversion = null,
    ConstructorInfo? constructor = null)
{
    private LocalBuilder? _handle;

    public Type NativeType => nativeType;

    public static DynamicResult Plan(DynamicParameter result)
    {
        Type type = result.Type;
        if (result.IsMarshalled)
        {
            throw result.NeedsGeneratedCode("has a custom marshaller");
        }

        if (result.IsByReference)
        {
            throw result.CannotCross("Return a pointer");
        }

        if (type == typeof(void))
        {
            return new DynamicResult(result, typeof(void));
        }

        if (type == typeof(string))
        {
            return PlanText(result);
        }

        if (
            result.MarshalAs is null
            && result.ElementOf(typeof(ReadOnlySpan<>)) is { } unit
            && (unit == typeof(byte) || unit == typeof(char)))
        {
            return new DynamicResult(
                result,
                typeof(nint),
                typeof(NativeText).GetMethod(nameof(NativeText.View), [unit == typeof(byte) ? typeof(byte*) : typeof(char*)])!);
        }

        if (type.IsAssignableTo(typeof(SafeHandle)) && result.MarshalAs is null)
        {
            return new DynamicResult(result, typeof(nint), constructor: HandleTypes.ConstructorOf(result));
        }

        Type native =
            DynamicTypes.NativeTypeOf(type, result.MarshalAs)
            ?? throw result.CannotCross("Return a number, a pointer or a blittable struct");
        return new DynamicResult(
            result,
            native,
            type == typeof(NFloat) ? typeof(NativeFloat).GetMethod(nameof(NativeFloat.FromDouble)) : null);
    }

    public void Prepare(DynamicBody body)
    {
        if (constructor is not null)
        {
            body.IL.Emit(OpCodes.Newobj, constructor);
            _handle = body.Store(result.Type);
        }
    }

    /// <summary>Gives what native code returned its owner, directly after the call.</summary>
    public void Finish(DynamicBody body, LocalBuilder? native)
    {
        if (_handle is not null)
        {
            HandleTypes.Initialize(body, _handle, native!);
        }
    }

    /// <summary>Loads the declared result.</summary>
    public void Load(DynamicBody body, LocalBuilder native)
    {
        body.IL.Emit(OpCodes.Ldloc, _handle ?? native);
        if (conversion is not null)
        {
            body.Call(conversion);
        }
        else if (result.Type == typeof(bool))
        {
            // Any non-zero value is true in C, and only 1 in IL.
            body.IL.Emit(OpCodes.Ldc_I4_0);
            body.IL.Emit(OpCodes.Cgt_Un);
        }
    }

    private static DynamicResult PlanText(DynamicParameter result)
    {
        if (result.Has<FreedWithAttribute>())
        {
            throw result.CannotCross("A delegate has no library in which [FreedWith] could be looked up. Return a pointer and free it");
        }

        return result.Options.EncodingOf(result.MarshalAs) is { } encoding
            ? new DynamicResult(
                result,
                typeof(nint),
                typeof(NativeText).GetMethod(nameof(NativeText.Copy), [encoding == StringMarshalling.Utf8 ? typeof(byte*) : typeof(char*)])!
            )
            : throw result.CannotCross("Return a pointer");
    }
}
