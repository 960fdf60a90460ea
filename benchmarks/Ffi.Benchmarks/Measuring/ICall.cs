namespace Ffi.Benchmarks.Measuring;

/// <summary>The work in a loop's body. A struct, so that the JIT compiles a loop for it alone and inlines it.</summary>
/// <typeparam name="TResult">What it gives.</typeparam>
internal interface ICall<TResult>
{
    /// <summary>Does it once.</summary>
    TResult Invoke(int i);
}
