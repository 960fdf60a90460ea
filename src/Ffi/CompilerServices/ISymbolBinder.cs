namespace Ffi.CompilerServices;

/// <summary>Fills slots with addresses; what <see cref="EagerBinding"/> works on.</summary>
internal interface ISymbolBinder
{
    bool TryBind(ref nint slot, string symbol, bool isVariadic);

    bool TryBindVariable(ref nint slot, string symbol);

    NativeSymbolNotFoundException Missing(IReadOnlyList<string> symbols);
}
