using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>Ways to end a process: what breaks ends it, what holds returns 0.</summary>
internal static unsafe class Program
{
    private static int Main(string[] arguments) => arguments[0] switch
    {
        "callback-collected" => CallCollectedDelegate(isKept: false),
        "callback-kept" => CallCollectedDelegate(isKept: true),
        "exception-leaves" => Native.CallDuring(&Throw, 1),
        "exception-kept" => Native.CallDuring(&ThrowAndCatch, 1),
        "wrong-family" => FreeText(Marshal.FreeHGlobal),
        "right-family" => FreeText(Marshal.FreeBSTR),
        "symbol-unloaded" => CallSymbol(unloadFirst: true),
        "symbol-loaded" => CallSymbol(unloadFirst: false),
        "managed-pointer" => CallWhileAnotherThreadCollects((nint)(delegate*<nint, int>)&HoldDuringCollection),
        "native-pointer" => CallWhileAnotherThreadCollects((nint)(delegate* unmanaged<nint, int>)&HoldDuringCollectionFromNative),
        _ => 99,
    };

    private delegate int Callback(nint argument);

    private static int CallCollectedDelegate(bool isKept)
    {
        (nint pointer, Callback? kept) = MakeThunk(isKept);
        Collector.Compact();
        int result = Native.CallDuring(pointer, 1);
        GC.KeepAlive(kept);
        return result;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (nint Pointer, Callback? Kept) MakeThunk(bool isKept)
    {
        int[] state = [0];
        Callback callback = argument => state[0];
        return (Marshal.GetFunctionPointerForDelegate(callback), isKept ? callback : null);
    }

    [UnmanagedCallersOnly]
    private static int Throw(nint argument) => throw new InvalidTimeZoneException("no such zone");

    [UnmanagedCallersOnly]
    private static int ThrowAndCatch(nint argument)
    {
        try
        {
            throw new InvalidTimeZoneException("no such zone");
        }
        catch
        {
            return 0;
        }
    }

    // A BSTR begins behind its length, so that it is no address that free() has given out.
    private static int FreeText(Action<nint> free)
    {
        free(Marshal.StringToBSTR("text"));
        return 0;
    }

    private static int CallSymbol(bool unloadFirst)
    {
        nint library = NativeLibrary.Load(
            Path.Combine(
                AppContext.BaseDirectory,
                OperatingSystem.IsWindows() ? "oracles.dll"
                    : OperatingSystem.IsMacOS() ? "liboracles.dylib"
                    : "liboracles.so"));
        var live = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "live_names");
        if (unloadFirst)
        {
            NativeLibrary.Free(library);
            return live();
        }

        int result = live();
        NativeLibrary.Free(library);
        return result;
    }

    private static int s_collection;

    private static int CallWhileAnotherThreadCollects(nint callback)
    {
        var collecting = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref s_collection) == 1, TimeSpan.FromMinutes(5));
            Collector.Compact();
            Volatile.Write(ref s_collection, 2);
        });
        collecting.Start();
        return Native.CallDuring(callback, 1);
    }

    [UnmanagedCallersOnly]
    private static int HoldDuringCollectionFromNative(nint argument) => HoldDuringCollection(argument);

    // Called without a transition, this frame is one that the collector takes for native code, and doesn't look at.
    private static int HoldDuringCollection(nint argument)
    {
        object held = new();
        var weak = new WeakReference(held);
        Volatile.Write(ref s_collection, 1);
        while (Volatile.Read(ref s_collection) != 2)
        {
        }

        int result = weak.IsAlive ? 0 : 1;
        GC.KeepAlive(held);
        return result;
    }
}
