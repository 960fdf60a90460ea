using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using Ffi.Benchmarks.Calls.Signatures;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Calls;

/// <summary>Every way of calling, for each signature, in a loop and alone.</summary>
internal static unsafe class CallComparisons
{
    /// <summary>The group of calls inside a loop.</summary>
    public const string InLoop = "CallingMethods";

    /// <summary>The group of calls that stand alone.</summary>
    public const string Alone = "CallingMethodsAlone";

    /// <summary>The fixture.</summary>
    public static NativeModule Module { get; } = NativeModule.Load("benchmarktest");

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All =>
    [
        .. Of<Int64X0, long>("0args"),
        .. Of<Int64X1, long>("1args"),
        .. Of<Int64X2, long>("2args"),
        .. Of<Int64X3, long>("3args"),
        .. Of<Int64X5, long>("5args"),
        .. Of<Int64X10, long>("10args"),
        .. Of<Int64X14, long>("14args"),
        .. Of<Int64X15, long>("15args"),
        .. Of<Int64X32, long>("32args"),
        .. Of<DoubleX5, double>("5doubles"),
        .. Of<DoubleX15, double>("15doubles"),
        .. Of<TrailingX10, double>("10trailing"),
        .. Of<InterleavedX5, double>("5interleaved"),
        .. Of<InterleavedX15, double>("15interleaved"),
        .. Of<InterleavedX32, double>("32interleaved"),
        .. Of<VectorInTheMiddle, double>("struct"),
    ];

    private static IEnumerable<Comparison> Of<TSignature, TResult>(string name)
        where TSignature : struct, ISignature<TResult>
        where TResult : struct, INumberBase<TResult> =>
    [
        new(InLoop, name, [InC<TSignature, TResult>(), .. Ways<TSignature, TResult>(isAlone: false)]),
        new(Alone, name, [.. Ways<TSignature, TResult>(isAlone: true)]),
    ];

    // The C compiler has its own loop, so this way has no other form.
    private static Way InC<TSignature, TResult>()
        where TSignature : struct, ISignature<TResult>
        where TResult : struct, INumberBase<TResult>
    {
        var loop = (delegate* unmanaged<nint, int, TResult>)Module.GetSymbol($"loop_{TSignature.EntryPoint}");
        nint function = TSignature.Address;
        return new Way("C", count => long.CreateTruncating(loop(function, count)));
    }

    private static IEnumerable<Way> Ways<TSignature, TResult>(bool isAlone)
        where TSignature : struct, ISignature<TResult>
        where TResult : struct, INumberBase<TResult>
    {
        nint function = TSignature.Address;
        Delegate typed = TSignature.Typed;
        Delegate marshalled = Marshal.GetDelegateForFunctionPointer(function, typed.GetType());
        yield return Way("RawPointer", new RawPointerCall<TSignature, TResult>(function));
        yield return Way("DllImport", default(DllImportCall<TSignature, TResult>));
        if (TSignature.HasLibraryImport)
        {
            yield return Way("LibraryImport", default(LibraryImportCall<TSignature, TResult>));
        }

        yield return Way("NativeFunction", default(NativeFunctionCall<TSignature, TResult>));
        yield return ThroughDelegate<FromGetFunction>("GetFunction", typed);
        yield return ThroughDelegate<FromTheDynamicPath>("DynamicPath", NativeDelegate.FromPointer(function, typed.GetType()));
        yield return ThroughDelegate<FromDynamicMethod>("DynamicMethod", EmittedCall.Create(function, typed.GetType()));
        yield return ThroughDelegate<FromMarshal>("MarshalDelegate", marshalled);
        yield return Way("NativeCall", new NativeCallCall<TSignature, TResult>(function));
        yield return Way("DynamicInvoke", new DynamicInvokeCall<TSignature, TResult>(marshalled));
        yield return Way("MethodInfo", new MethodInfoCall<TSignature, TResult>(DllImportOf<TSignature>()));
        yield return Way("RoundTrip", new RawPointerCall<TSignature, TResult>(TSignature.Callback));

        Way Way<TCall>(string name, TCall call)
            where TCall : struct, ICall<TResult> =>
            new(name, isAlone ? Loops.Alone<TCall, TResult>(call) : Loops.InLoop<TCall, TResult>(call));

        Way ThroughDelegate<TWay>(string name, Delegate call)
            where TWay : struct => new(name, isAlone
                ? Loops.InLoop<LoneDelegateCall<TSignature, TResult, TWay>, TResult>(new(call))
                : count => long.CreateTruncating(TSignature.Sum<TWay>(call, count)));
    }

    private static MethodInfo DllImportOf<TSignature>() =>
        typeof(TSignature).GetNestedType("Classic", BindingFlags.NonPublic)!.GetMethod("DllImport")!;
}
