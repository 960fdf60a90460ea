using System.Runtime.InteropServices;
using Ffi;

namespace Curl;

/// <summary>A <c>CURL*</c>, and the callback whose address it keeps until it is cleaned up.</summary>
internal sealed class CurlHandle() : SafeHandle(0, ownsHandle: true)
{
    private NativeCallback<WriteData>? _write;

    public override bool IsInvalid => handle == 0;

    /// <summary>Says what gets the data. To be called once.</summary>
    public int SetWriter(WriteData write)
    {
        _write = NativeCallback<WriteData>.Create(write);
        return CurlLibrary.SetOption(this, CurlLibrary.WriteFunction, _write);
    }

    protected override bool ReleaseHandle()
    {
        CurlLibrary.CleanUp(handle);
        _write?.Dispose();
        return true;
    }
}
