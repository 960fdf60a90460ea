using System.Diagnostics.CodeAnalysis;

namespace Ffi;

/// <summary>Makes delegates that call native functions, generic delegate types such as <see cref="Func{T, TResult}"/> included.</summary>
/// <remarks>
/// <para>If the delegate type is known at compile time, a call of <see cref="FromPointer{TDelegate}(nint)"/> or
/// <c>NativeModule.GetFunction</c> is replaced by one that makes a typed trampoline: no reflection, and no allocation but the trampoline
/// and the delegate. Elsewhere the trampoline is compiled when the first delegate of its type is made.</para>
/// <para>Each parameter is passed as for <see cref="NativeFunctionAttribute"/> methods; that attribute on the delegate type
/// sets its options.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "The name says what it makes, as System.Delegate's does.")]
public static class NativeDelegate
{
    /// <summary>A delegate that calls the function at an address.</summary>
    /// <param name="function">The function's address. Its code must stay loaded for as long as the delegate is called.</param>
    /// <typeparam name="TDelegate">The delegate type, whose signature is that of the function.</typeparam>
    /// <returns>A new delegate. A call of it allocates nothing.</returns>
    /// <exception cref="ArgumentException">The address is 0, or a type of the signature can't be passed.</exception>
    /// <exception cref="NotSupportedException">The delegate type was not known at compile time, and its signature has a custom marshaller
    /// or takes a delegate that native code can't call.</exception>
    /// <exception cref="PlatformNotSupportedException">The delegate type was not known at compile time, and this program can't compile
    /// code at run time.</exception>
    public static TDelegate FromPointer<TDelegate>(nint function)
        where TDelegate : Delegate => (TDelegate)FromPointer(function, typeof(TDelegate));

    /// <summary>A delegate that calls the function at an address.</summary>
    /// <param name="function">The function's address. Its code must stay loaded for as long as the delegate is called.</param>
    /// <param name="delegateType">The delegate type, whose signature is that of the function.</param>
    /// <returns>A new delegate of that type. A call of it allocates nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="delegateType"/> is null.</exception>
    /// <exception cref="ArgumentException">The address is 0, the type is not a delegate type, or a type of its signature can't be
    /// passed.</exception>
    /// <exception cref="NotSupportedException">The signature has a custom marshaller, or takes a delegate that native code can't
    /// call.</exception>
    /// <exception cref="PlatformNotSupportedException">This program can't compile code at run time.</exception>
    public static Delegate FromPointer(nint function, Type delegateType) =>
        DynamicTrampoline.Create(delegateType, function, module: null, symbol: null);

    /// <summary>How a delegate gets to its native function.</summary>
    /// <param name="function">Any delegate.</param>
    /// <returns>The path; <see cref="NativePath.None"/> for a delegate that this library did not make.</returns>
    public static NativePath PathOf(Delegate function) => PathOf(function, out _);

    /// <summary>How a delegate gets to its native function, and why that way.</summary>
    /// <param name="function">Any delegate.</param>
    /// <param name="reason">One sentence for a person.</param>
    /// <returns>The path; <see cref="NativePath.None"/> for a delegate that this library did not make.</returns>
    public static NativePath PathOf(Delegate function, out string reason)
    {
        ArgumentNullException.ThrowIfNull(function);
        NativePath path = function.Target is CompilerServices.NativeTrampoline trampoline ? trampoline.Path : NativePath.None;
        reason = path switch
        {
            NativePath.Direct => "The delegate type was known at compile time, and all its types are passed as they are.",
            NativePath.Scoped =>
                "The delegate type was known at compile time, and some argument is pinned, transcoded or held during the call.",
            NativePath.Dynamic =>
                "The delegate type was not known where the function was bound, or that call was not intercepted (see FFI2101).",
            _ => "The delegate was not made by NativeModule.GetFunction or NativeDelegate.FromPointer.",
        };
        return path;
    }
}
