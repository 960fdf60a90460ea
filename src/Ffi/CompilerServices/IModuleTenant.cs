namespace Ffi.CompilerServices;

/// <summary>Something that keeps addresses of a module's functions, and lets go of them when the module is disposed.</summary>
internal interface IModuleTenant
{
    /// <summary>Keeps the module's lease. The module calls this once, before it can be disposed.</summary>
    void Hold(ModuleLease lease);

    /// <summary>Forgets every address, and only then the lease: who reads no lease must read no address. The module calls this while it
    /// holds its <see cref="NativeModule.Gate"/>.</summary>
    void Retire();
}
