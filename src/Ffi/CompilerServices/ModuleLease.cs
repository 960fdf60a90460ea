using System.Runtime.CompilerServices;
using System.Runtime.ConstrainedExecution;

namespace Ffi.CompilerServices;

/// <summary>The one object of a module that every call holds on its stack, so that the garbage collector knows when no call is in
/// flight: then it finds nothing that holds the lease.</summary>
/// <remarks>A lease has no finalizer of its own, so a module that nobody disposed is never unloaded.</remarks>
internal sealed class ModuleLease
{
    private LastCall? _lastCall;

    /// <summary>Unloads a module at once if no call is in flight, else when the last such call has returned.</summary>
    /// <param name="lease">The module's lease, which no tenant holds any more.</param>
    /// <param name="handle">The module to close.</param>
    public static void Unload(WeakReference<ModuleLease> lease, nint handle)
    {
        // A younger collection would not look at the lease, an older one would only cost more: nothing but stacks can hold it. Another
        // thread's collection may make it older meanwhile, and so does ours where a call is in flight.
        for (int generation = 0; GenerationOf(lease) is { } current && current >= generation; generation = current + 1)
        {
            GC.Collect(current, GCCollectionMode.Forced, blocking: true);
        }

        if (!TryUnloadAfterLastCall(lease, handle))
        {
            DynamicLoader.Close(handle);
        }
    }

    // Neither of the two may be inlined: a reference left in a frame of the disposing thread would look like a call in flight.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int? GenerationOf(WeakReference<ModuleLease> lease) =>
        lease.TryGetTarget(out ModuleLease? target) ? GC.GetGeneration(target) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryUnloadAfterLastCall(WeakReference<ModuleLease> lease, nint handle)
    {
        if (!lease.TryGetTarget(out ModuleLease? target))
        {
            return false;
        }

        target._lastCall = new LastCall(handle);
        return true;
    }

    // Reachable from the lease alone, so its finalizer runs after the last frame that holds the lease has gone.
    private sealed class LastCall(nint handle) : CriticalFinalizerObject
    {
        ~LastCall() => DynamicLoader.Close(handle);
    }
}
