namespace Ffi;

/// <summary>Sets the binding of the assembly's libraries whose <see cref="NativeLibraryAttribute"/> does not set it.</summary>
/// <remarks><see cref="NativeBinding.Import"/> holds for the static types only.</remarks>
/// <param name="binding">Whether Ffi or the runtime looks up the symbols, and when.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DefaultNativeBindingAttribute(NativeBinding binding) : Attribute
{
    /// <summary>Whether Ffi or the runtime looks up the symbols, and when.</summary>
    public NativeBinding Binding { get; } = binding;
}
