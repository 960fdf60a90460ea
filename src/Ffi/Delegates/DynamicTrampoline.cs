using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>What a delegate calls whose type was not known at compile time.</summary>
internal sealed class DynamicTrampoline : NativeTrampoline
{
    // Keyed weakly, so that a collectible assembly's delegate types can go.
    private static readonly ConditionalWeakTable<Type, DynamicMethod> s_methods = [];

    private DynamicTrampoline(nint address, NativeModule? module, string? symbol)
        : base(address, module, symbol)
    {
    }

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

        if (!s_methods.TryGetValue(delegateType, out DynamicMethod? method))
        {
            // Two threads may both compile; either result will do.
            method = DynamicTrampolineCompiler.Compile(delegateType);
            s_methods.AddOrUpdate(delegateType, method);
        }

        return method.CreateDelegate(delegateType, new DynamicTrampoline(address, module, symbol));
    }
}
