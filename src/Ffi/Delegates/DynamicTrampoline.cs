using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>What a delegate calls whose type was not known at compile time.</summary>
internal sealed class DynamicTrampoline : NativeTrampoline
{
    // Keyed weakly, so that a collectible assembly's delegate types can go.
    private static readonly ConditionalWeakTable<Type, CompiledTrampoline> s_methods = [];

    /// <summary>The objects that the compiled method refers to.</summary>
    [SuppressMessage("Design", "CA1051", Justification = "Compiled code loads it.")]
    public readonly object[] Constants;

    private DynamicTrampoline(nint address, NativeModule? module, string? symbol, object[] constants)
        : base(address, module, symbol) => Constants = constants;

    public override NativePath Path => NativePath.Dynamic;

    public static Delegate Create(Type delegateType, nint address, NativeModule? module, string? symbol)
    {
        ArgumentNullException.ThrowIfNull(delegateType);
        if (!delegateType.IsSubclassOf(typeof(MulticastDelegate)))
        {
            throw new ArgumentException($"'{delegateType}' is not a delegate type with a signature of its own.", nameof(delegateType));
        }

        ThrowIfNull(address);
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new PlatformNotSupportedException(
                $"A call of '{delegateType}' can't be compiled at run time in this program. Bind it where the delegate type is written out, "
                + "as in module.GetFunction<Func<double, double>>(\"cos\"), so that its trampoline is generated at compile time; "
                + "or call NativeCall.Invoke.");
        }

        if (!s_methods.TryGetValue(delegateType, out CompiledTrampoline? compiled))
        {
            // Two threads may both compile; either result will do.
            compiled = DynamicTrampolineCompiler.Compile(delegateType);
            s_methods.AddOrUpdate(delegateType, compiled);
        }

        nint target = compiled.IsVariadic ? VariadicThunk.For(address) : address;
        return compiled.Method.CreateDelegate(delegateType, new DynamicTrampoline(target, module, symbol, compiled.Constants));
    }
}

/// <summary>The method that serves all delegates of one type.</summary>
/// <param name="Method">The method, whose first parameter is the trampoline.</param>
/// <param name="Constants">The objects that it refers to.</param>
/// <param name="IsVariadic">Whether functions of the type are called through a thunk.</param>
internal sealed record CompiledTrampoline(DynamicMethod Method, object[] Constants, bool IsVariadic);
