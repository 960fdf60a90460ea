using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using System.Text;

namespace Ffi.Porting.Tests;

public enum Level
{
    Low = -3,
    High = 3,
}

public readonly record struct IdValue(long Id, double Value);

public record struct Pixel(int X, int Y);

public delegate int Combine(int left, int right);

/// <summary>A handle whose native side counts what is open, and aborts where one is closed twice.</summary>
public sealed partial class Handle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Close(handle) != 0;

    [LibraryImport("benchmarktest", EntryPoint = "handle_close")]
    private static partial int Close(nint handle);
}

/// <summary>A class that is passed as a double.</summary>
[NativeMarshalling(typeof(CelsiusMarshaller))]
public sealed record Celsius(double Degrees);

[CustomMarshaller(typeof(Celsius), MarshalMode.Default, typeof(CelsiusMarshaller))]
public static class CelsiusMarshaller
{
    public static double ConvertToUnmanaged(Celsius managed) => managed.Degrees + 1_000;

    public static Celsius ConvertToManaged(double unmanaged) => new(unmanaged - 1_000);
}

/// <summary>Stateless, and named by the declaration.</summary>
[CustomMarshaller(typeof(decimal), MarshalMode.Default, typeof(DecimalMarshaller))]
public static class DecimalMarshaller
{
    public static double ConvertToUnmanaged(decimal managed) => (double)managed;

    public static decimal ConvertToManaged(double unmanaged) => (decimal)unmanaged;
}

/// <summary>Stateful, with room on the caller's stack, and something to free: text with an exclamation mark.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedIn, typeof(ManagedToUnmanagedIn))]
public static unsafe class ShoutMarshaller
{
    [ThreadStatic]
    private static int t_frees;

    /// <summary>How often something was freed on this thread.</summary>
    public static int Frees => t_frees;

    public ref struct ManagedToUnmanagedIn
    {
        private byte* _text;

        public static int BufferSize => 0x40;

        public void FromManaged(string managed, Span<byte> buffer)
        {
            Assert.Equal(BufferSize, buffer.Length);
            byte[] bytes = Encoding.UTF8.GetBytes(managed + "!\0");
            _text = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
            bytes.CopyTo(new Span<byte>(_text, bytes.Length));
        }

        public readonly byte* ToUnmanaged() => _text;

        public readonly void Free()
        {
            NativeMemory.Free(_text);
            t_frees++;
        }
    }
}
