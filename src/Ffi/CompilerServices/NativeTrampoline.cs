using System.Diagnostics.CodeAnalysis;

namespace Ffi.CompilerServices;

/// <summary>Base of the generated class behind a delegate that calls one native function.</summary>
/// <remarks>
/// <para>Generated code derives from this; programs don't have to.</para>
/// <para>A call reads <see cref="Lease"/>, then <see cref="Address"/>, throws <see cref="ThrowUnloaded"/> where that is 0, calls, and
/// keeps the lease alive until the call has returned.</para>
/// </remarks>
public abstract class NativeTrampoline : IModuleTenant
{
    private readonly NativeModule? _module;
    private readonly string? _symbol;
    private nint _address;
    private volatile object? _lease;

    /// <summary>Makes a trampoline to a function.</summary>
    /// <param name="address">The function's address.</param>
    /// <param name="module">The module that the address is from; null if its code stays loaded by other means.</param>
    /// <param name="symbol">The function's symbol, for messages.</param>
    /// <exception cref="ArgumentException">The address is 0.</exception>
    /// <exception cref="NativeSymbolNotFoundException">The symbol is data.</exception>
    /// <exception cref="ObjectDisposedException">The module was unloaded.</exception>
    protected NativeTrampoline(nint address, NativeModule? module = null, string? symbol = null)
    {
        ThrowIfNull(address);
        if (symbol is not null)
        {
            module?.ThrowIfData(address, symbol);
        }

        (_address, _module, _symbol) = (address, module, symbol);
        module?.Admit(this);
    }

    /// <summary>Which way a call takes.</summary>
    public virtual NativePath Path => NativePath.Direct;

    /// <summary>Keeps the code behind the address loaded while a caller holds it. Read before the address; kept alive until the call has
    /// returned.</summary>
    protected object? Lease => _lease;

    /// <summary>The function's address; 0 after its module was unloaded.</summary>
    protected nint Address => _address;

    /// <summary>Says that the function's module was unloaded.</summary>
    /// <exception cref="ObjectDisposedException">Always.</exception>
    [DoesNotReturn]
    protected void ThrowUnloaded() => throw NativeModule.Unloaded(_module?.Path, _symbol);

    /// <summary>Refuses an address that is 0, before anything else is tried with it.</summary>
    internal static void ThrowIfNull(nint address)
    {
        if (address == 0)
        {
            throw new ArgumentException("The function's address is NULL, which is what a failed look-up returns.", nameof(address));
        }
    }

    void IModuleTenant.Hold(ModuleLease lease) => _lease = lease;

    void IModuleTenant.Retire()
    {
        _address = 0;
        _lease = null;
    }
}
