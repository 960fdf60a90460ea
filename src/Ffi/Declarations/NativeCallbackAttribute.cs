namespace Ffi;

/// <summary>Gives a static method an address that native code can call; on a delegate type or a delegate parameter, sets what native code
/// gets if the callback throws.</summary>
/// <remarks>
/// <para>On a static method <c>Compare</c>, a property <c>ComparePointer</c> is generated beside it, with the accessibility of the
/// method: an
/// <c>nint</c>, valid for the life of the process, callable on any thread. The type must be partial.</para>
/// <para>What C passes, and what it becomes: numbers, pointers, enums and blittable structs are themselves; <c>_Bool</c> is <c>bool</c>,
/// <c>char16_t</c> is <c>char</c>; <c>T*</c> is <c>in</c>, <c>ref</c> or <c>out T</c>; NUL-terminated text is a
/// <c>[NulTerminated] ReadOnlySpan</c> of <c>byte</c> or <c>char</c>, valid until the callback returns, or a copied <c>string</c>; a
/// pointer whose length is another parameter is a span with <see cref="LengthFromAttribute"/>, valid until the callback returns.</para>
/// <para><b>Exceptions</b> never pass through native frames: the generated entry point catches them. A delegate passed for the duration
/// of a call
/// has its exception thrown again when that call returns, whatever <see cref="OnException"/> says.</para>
/// <para><b>Allocation.</b> A call allocates nothing but a <c>string</c> parameter's copy.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Delegate | AttributeTargets.Parameter, Inherited = false)]
public sealed class NativeCallbackAttribute : Attribute
{
    /// <summary>What happens to an exception that leaves a static method.</summary>
    public OnException OnException { get; set; }

    /// <summary>What native code gets if the callback throws or is skipped: a number or <c>bool</c> that its result can be, such as
    /// <c>-1</c> or <c>double.NaN</c>. If it is not set, native code gets zero.</summary>
    public object? Default { get; set; }

    /// <summary>On a delegate parameter: whether native code still calls the delegate after it, or another delegate of the same call,
    /// threw an exception. If it is not set, the delegate is skipped from then on, and native code gets the default.</summary>
    public bool ContinueAfterException { get; set; }
}
