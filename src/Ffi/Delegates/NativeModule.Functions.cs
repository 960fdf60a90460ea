using System.Diagnostics.CodeAnalysis;

namespace Ffi;

public sealed partial class NativeModule
{
    /// <summary>A delegate that calls one of the module's functions.</summary>
    /// <param name="name">The function's symbol, exactly as the library exports it.</param>
    /// <typeparam name="TDelegate">The delegate type, whose signature is that of the function; generic types such as
    /// <see cref="Func{T, TResult}"/> too.</typeparam>
    /// <returns>A new delegate. A call of it allocates nothing, and throws <see cref="ObjectDisposedException"/> once the module is
    /// disposed.</returns>
    /// <remarks>If <typeparamref name="TDelegate"/> is known at compile time, this call is replaced by one that makes a typed
    /// trampoline without reflection; <see cref="NativeDelegate.PathOf(Delegate)"/> tells.</remarks>
    /// <exception cref="NativeSymbolNotFoundException">The module has no symbol of that name.</exception>
    /// <exception cref="ObjectDisposedException">The module was disposed.</exception>
    /// <exception cref="ArgumentException">A type of the delegate's signature can't be passed.</exception>
    /// <exception cref="NotSupportedException">The delegate type was not known at compile time, and its signature has a custom marshaller
    /// or takes a delegate that native code can't call.</exception>
    /// <exception cref="PlatformNotSupportedException">The delegate type was not known at compile time, and this program can't compile
    /// code at run time.</exception>
    public TDelegate GetFunction<TDelegate>(string name)
        where TDelegate : Delegate => (TDelegate)DynamicTrampoline.Create(typeof(TDelegate), GetSymbol(name), this, name);

    /// <summary>A delegate that calls one of the module's functions, where the module has it.</summary>
    /// <param name="name">The function's symbol, exactly as the library exports it.</param>
    /// <param name="function">The delegate; null if the module has no such symbol.</param>
    /// <typeparam name="TDelegate">The delegate type, whose signature is that of the function.</typeparam>
    /// <returns>Whether the module has the symbol.</returns>
    /// <inheritdoc cref="GetFunction{TDelegate}(string)" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    public bool TryGetFunction<TDelegate>(string name, [NotNullWhen(true)] out TDelegate? function)
        where TDelegate : Delegate
    {
        function = TryGetSymbol(name, out nint address)
            ? (TDelegate)DynamicTrampoline.Create(typeof(TDelegate), address, this, name)
            : null;
        return function is not null;
    }
}
