namespace Ffi.Benchmarks.Calls;

/// <summary>One native signature, and a call of it in every way there is. Each way gets the same arguments: an index, and
/// constants.</summary>
/// <remarks>A type argument and not an object, so that the JIT compiles a loop for each way with the call itself inside it.</remarks>
/// <typeparam name="TResult">What the function returns.</typeparam>
internal interface ISignature<TResult>
{
    /// <summary>The function's symbol in the fixture; with <c>loop_</c> before it, C's own loop over it.</summary>
    static abstract string EntryPoint { get; }

    /// <summary>The function's address.</summary>
    static abstract nint Address { get; }

    /// <summary>A delegate from <c>GetFunction</c>, its type known to the compiler.</summary>
    static abstract Delegate Typed { get; }

    /// <summary>The arguments as reflection takes them.</summary>
    static abstract object[] Boxed(int i);

    /// <summary>A C# method of the same signature, as C sees it.</summary>
    static abstract nint Callback { get; }

    /// <summary>Whether LibraryImport takes the signature.</summary>
    static virtual bool HasLibraryImport => true;

    /// <summary>A call through <c>delegate* unmanaged</c>.</summary>
    static abstract TResult RawPointer(nint function, int i);

    /// <summary>A call of a <c>[DllImport]</c> method.</summary>
    static abstract TResult DllImport(int i);

    /// <summary>A call of a <c>[LibraryImport]</c> method.</summary>
    static abstract TResult LibraryImport(int i);

    /// <summary>A call of a <c>[NativeFunction]</c> method.</summary>
    static abstract TResult NativeFunction(int i);

    /// <summary>Calls of a delegate in a loop. Not a call in somebody's loop, as the others are: the JIT looks into a delegate only where
    /// the method that it compiles calls it, not where a method does that is inlined there.</summary>
    /// <typeparam name="TWay">Where the delegate comes from; makes a method of its own, with a profile of its own.</typeparam>
    static abstract TResult Sum<TWay>(Delegate function, int count)
        where TWay : struct;

    /// <summary>A call of a delegate that stands alone.</summary>
    /// <typeparam name="TWay">Where the delegate comes from.</typeparam>
    static abstract TResult Alone<TWay>(Delegate function, int i)
        where TWay : struct;

    /// <summary>A call of <see cref="Ffi.NativeCall"/>.</summary>
    static abstract TResult NativeCall(nint function, int i);
}
