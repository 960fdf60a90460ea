namespace Ffi.CompilerServices;

/// <summary>Code that the runtime made for one slot.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
/// <param name="Thunk">The delegate that the code calls, and whose life it shares.</param>
/// <param name="Address">Where the code is.</param>
public readonly record struct CallbackThunk(Delegate Thunk, nint Address);
