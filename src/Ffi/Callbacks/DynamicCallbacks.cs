using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>The pools of a delegate type that no generated code serves: one for each default and answer to exceptions.</summary>
internal static class DynamicCallbacks<TDelegate>
    where TDelegate : Delegate
{
    private static readonly ConcurrentDictionary<CallbackOptions, CallbackPool<TDelegate>> s_pools = new();

    /// <summary>The pool for what the type's own attribute says.</summary>
    public static CallbackPool<TDelegate> Pool => PoolOf(CallbackOptions.Of(typeof(TDelegate)));

    public static CallbackPool<TDelegate> PoolOf(CallbackOptions options) =>
        s_pools.TryGetValue(options, out CallbackPool<TDelegate>? pool) ? pool : Create(options);

    private static CallbackPool<TDelegate> Create(CallbackOptions options)
    {
        DynamicThunkFactory<TDelegate> factory = DynamicThunkFactory<TDelegate>.Create(options);
        return s_pools.GetOrAdd(
            options,
            new CallbackPool<TDelegate>($"a {typeof(TDelegate)}", [], factory.CreateThunk, options.ContinuesAfterException));
    }
}

/// <summary>Lends delegates of a type that no generated code serves.</summary>
/// <param name="options">What native code gets where they throw.</param>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the delegate type: compiled methods refer to it.")]
internal sealed class DynamicLender<TDelegate>(CallbackOptions options)
    where TDelegate : Delegate
{
    private readonly ThreadLocal<CallbackLender<TDelegate>> _lenders = new(CreateFactory(DynamicCallbacks<TDelegate>.PoolOf(options)));

    /// <summary>The thread's own.</summary>
    public CallbackLender<TDelegate> Current => _lenders.Value!;

    private static Func<CallbackLender<TDelegate>> CreateFactory(CallbackPool<TDelegate> pool) => () => new CallbackLender<TDelegate>(pool);
}
