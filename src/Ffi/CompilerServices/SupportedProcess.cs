using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Refuses processes in which calls would go wrong, before the first one.</summary>
/// <remarks>On 32-bit x86, C's functions are cdecl and an unmanaged function pointer without a convention is stdcall on Windows: the stack
/// would be off after each call, and nothing would say so. On 32-bit Arm nothing was ever run.</remarks>
internal static class SupportedProcess
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Whatever is used of this assembly first must not be used in such a process.")]
    internal static void Initialize()
    {
        // Asked here too, so that no program waits for the message's method to be compiled.
        if (RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            ThrowIfNotSupported(RuntimeInformation.ProcessArchitecture);
        }
    }

    /// <exception cref="PlatformNotSupportedException">Processes of that architecture are not supported.</exception>
    public static void ThrowIfNotSupported(Architecture architecture)
    {
        if (architecture is Architecture.X86 or Architecture.Arm or Architecture.Armv6)
        {
            throw new PlatformNotSupportedException(
                $"Ffi runs in 64-bit processes, and this one is {architecture}. Build for x64 or arm64: remove <PlatformTarget>, <Prefer32Bit> or a runtime identifier such as win-x86."
            );
        }
    }
}
