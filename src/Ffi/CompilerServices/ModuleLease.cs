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
        // A collection of a younger generation would not examine the lease, and one of an older generation would take longer: only stacks
        // can hold it. Another thread's collection may promote it in the meantime, and so does this one if a call is running.
        for (int generation = 0; GenerationOf(lease) is { } current && current >= generation; generation = current + 1)
        {
            GC.Collect(current, GCCollectionMode.Forced, blocking: true);
        }

        if (!TryUnloadAfterLastCall(lease, handle))
        {
            DynamicLoader.Close(handle);
        }
    }

    // Neither method may be inlined: a reference in a frame of the disposing thread would look like a running call.
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
