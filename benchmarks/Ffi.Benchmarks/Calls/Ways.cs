using System.Reflection;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Calls;

internal readonly struct RawPointerCall<TSignature, TResult>(nint function) : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => TSignature.RawPointer(function, i);
}

internal readonly struct DllImportCall<TSignature, TResult> : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => TSignature.DllImport(i);
}

internal readonly struct LibraryImportCall<TSignature, TResult> : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => TSignature.LibraryImport(i);
}

internal readonly struct NativeFunctionCall<TSignature, TResult> : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => TSignature.NativeFunction(i);
}

internal readonly struct NativeCallCall<TSignature, TResult>(nint function) : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => TSignature.NativeCall(function, i);
}

internal readonly struct DynamicInvokeCall<TSignature, TResult>(Delegate function) : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => (TResult)function.DynamicInvoke(TSignature.Boxed(i))!;
}

internal readonly struct MethodInfoCall<TSignature, TResult>(MethodInfo method) : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
{
    public TResult Invoke(int i) => (TResult)method.Invoke(null, TSignature.Boxed(i))!;
}

/// <summary>A delegate that is called by a method which does nothing else.</summary>
/// <typeparam name="TSignature">The signature.</typeparam>
/// <typeparam name="TResult">What it returns.</typeparam>
/// <typeparam name="TWay">Where the delegate comes from.</typeparam>
internal readonly struct LoneDelegateCall<TSignature, TResult, TWay>(Delegate function) : ICall<TResult>
    where TSignature : struct, ISignature<TResult>
    where TWay : struct
{
    public TResult Invoke(int i) => TSignature.Alone<TWay>(function, i);
}

/// <summary>Names a delegate from <c>GetFunction</c>.</summary>
internal readonly struct FromGetFunction;

/// <summary>Names a delegate from <c>FromPointer</c>, its type known at run time only.</summary>
internal readonly struct FromTheDynamicPath;

/// <summary>Names a delegate over emitted code.</summary>
internal readonly struct FromDynamicMethod;

/// <summary>Names a delegate from <c>Marshal</c>.</summary>
internal readonly struct FromMarshal;
