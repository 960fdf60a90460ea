namespace Ffi;

/// <summary>Where the addresses of native functions come from: a <see cref="NativeModule"/>, or a loader such as
/// <c>vkGetInstanceProcAddr</c>.</summary>
/// <remarks>Only a <see cref="NativeModule"/> takes its addresses back when it is unloaded. The code behind any other source has to stay
/// loaded for as long as a library object that was made with it is called.</remarks>
public interface INativeSymbolSource
{
    /// <summary>Looks one symbol up.</summary>
    /// <param name="name">The symbol's name, exactly as the library exports it.</param>
    /// <param name="address">The symbol's address; 0 if the result is false.</param>
    /// <returns>Whether the symbol exists.</returns>
    /// <remarks>Called on any thread, never twice at once by one library object, and once for each symbol that is found.</remarks>
    bool TryGetSymbol(string name, out nint address);
}
