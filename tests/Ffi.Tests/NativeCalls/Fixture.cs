using System.Runtime.InteropServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>Addresses of the C functions that these tests call.</summary>
internal static class Fixture
{
    private static readonly nint s_recorders = NativeLibrary.Load("nativecall", typeof(Fixture).Assembly, null);
    private static readonly nint s_arithmetic = NativeLibrary.Load("benchmarktest", typeof(Fixture).Assembly, null);

    public static nint Function(string name) =>
        NativeLibrary.TryGetExport(s_recorders, name, out nint address) ? address : NativeLibrary.GetExport(s_arithmetic, name);

    /// <summary>What the thread's last <c>record_</c> function saw: 16 bytes an argument.</summary>
    public static unsafe ReadOnlySpan<byte> Recorded(int count) =>
        new(NativeCall.Invoke(Function("recorded"), NativeType.Pointer, []).AsPointer(), count * NativeType.MaxStructBytes);
}
