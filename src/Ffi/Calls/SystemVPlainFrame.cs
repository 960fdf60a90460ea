using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>All registers, and the stack of a call with few words on it.</summary>
/// <remarks>Small, because it is a local of the caller of <see cref="NativeCall"/>.</remarks>
[StructLayout(LayoutKind.Sequential, Size = SystemVPlacer.StackStart + (SystemVSignatures.FewWords * 8))]
internal readonly struct SystemVPlainFrame
{
    /// <summary>As many scalars fit, whatever they are: integers use up their registers first.</summary>
    public const int MaxArguments = SystemVPlacer.IntegerRegisters + SystemVSignatures.FewWords;
}
