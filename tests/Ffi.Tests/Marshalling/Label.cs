using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using System.Text;

namespace Ffi.Tests.Marshalling;

/// <summary>Text that is passed through a stateful marshaller.</summary>
internal sealed record Label(string Text);

[CustomMarshaller(typeof(Label), MarshalMode.ManagedToUnmanagedIn, typeof(In))]
[CustomMarshaller(typeof(Label), MarshalMode.ManagedToUnmanagedOut, typeof(Out))]
internal static unsafe class LabelMarshaller
{
    /// <summary>What was called, in order, on this thread.</summary>
    [ThreadStatic]
    private static List<string>? t_calls;

    public static List<string> Calls => t_calls ??= [];

    public ref struct In
    {
        private Span<byte> _bytes;
        private bool _allocated;

        public static int BufferSize => 16;

        public void FromManaged(Label managed, Span<byte> buffer)
        {
            Calls.Add(nameof(FromManaged));
            int length = Encoding.UTF8.GetByteCount(managed.Text) + 1;
            _allocated = length > buffer.Length;
            _bytes = _allocated ? new Span<byte>(NativeMemory.AllocZeroed((nuint)length), length) : buffer[..length];
            _bytes[Encoding.UTF8.GetBytes(managed.Text, _bytes)] = 0;
        }

        public readonly ref byte GetPinnableReference() => ref MemoryMarshal.GetReference(_bytes);

        public readonly byte* ToUnmanaged()
        {
            Calls.Add(nameof(ToUnmanaged));
            return (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(_bytes));
        }

        public readonly void OnInvoked() => Calls.Add(nameof(OnInvoked));

        public void Free()
        {
            Calls.Add(nameof(Free));
            if (_allocated)
            {
                NativeMemory.Free(System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(_bytes)));
            }
        }
    }

    public struct Out
    {
        private byte* _text;

        public void FromUnmanaged(byte* unmanaged)
        {
            Calls.Add(nameof(FromUnmanaged));
            _text = unmanaged;
        }

        public readonly Label ToManaged()
        {
            Calls.Add(nameof(ToManaged));
            return new Label(Marshal.PtrToStringUTF8((nint)_text)!);
        }

        public readonly void Free() => Calls.Add(nameof(Free));
    }
}
