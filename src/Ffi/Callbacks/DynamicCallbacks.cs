using Ffi.CompilerServices;

namespace Ffi;

/// <summary>The pool of a delegate type that no generated code serves.</summary>
internal static class DynamicCallbacks<TDelegate>
    where TDelegate : Delegate
{
    private static CallbackPool<TDelegate>? s_pool;

    public static CallbackPool<TDelegate> Pool => s_pool ?? Create();

    private static CallbackPool<TDelegate> Create()
    {
        DynamicThunkFactory<TDelegate> factory = DynamicThunkFactory<TDelegate>.Create();
        CallbackPool<TDelegate> pool = new($"a {typeof(TDelegate)}", [], factory.CreateThunk);
        return Interlocked.CompareExchange(ref s_pool, pool, null) ?? pool;
    }
}
