// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// DangerousAddRef: released in try and again in finally
static class Bug
{
    [DllImport("libc")] static extern int fsync(nint descriptor);

    public static void Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        bool isHeld = false;
        file.DangerousAddRef(ref isHeld);
        try
        {
            fsync(file.DangerousGetHandle());
            file.DangerousRelease();
        }
        finally
        {
            {|FFI1007:file.DangerousRelease()|};
        }
    }
}
static class Right
{
    [DllImport("libc")] static extern int fsync(nint descriptor);

    public static void Flush(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        bool isHeld = false;
        bool isHeldTwice = false;
        file.DangerousAddRef(ref isHeld);
        file.DangerousAddRef(ref isHeldTwice);
        try
        {
            fsync(file.DangerousGetHandle());
            file.DangerousRelease();
        }
        finally
        {
            file.DangerousRelease();
        }
    }
}

//// DangerousAddRef: an early return
class Bug
{
    public bool Run(SafeHandle h, int n)
    {
        bool ok = false;
        {|FFI1006:h.DangerousAddRef(ref ok)|};
        if (n > 3) return false;
        Codec.codec_control(h.DangerousGetHandle(), n);
        h.DangerousRelease();
        return true;
    }
}
class Right
{
    public bool Run(SafeHandle h, int n)
    {
        bool ok = false;
        try
        {
            h.DangerousAddRef(ref ok);
            if (n > 3) return false;
            return Codec.codec_control(h.DangerousGetHandle(), n) == 0;
        }
        finally { if (ok) h.DangerousRelease(); }
    }
}

//// DangerousAddRef: released only when nothing is thrown
class Bug
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        {|FFI1006:handle.DangerousAddRef(ref added)|};
        int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
        if (result < 0) throw new IOException("read failed");
        handle.DangerousRelease();
        return result;
    }
}
class Right
{
    public int Run(SafeHandle handle, byte[] data)
    {
        bool added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            int result = Codec.codec_process_ptr(handle.DangerousGetHandle(), data.Length);
            return result < 0 ? throw new IOException("read failed") : result;
        }
        finally
        {
            if (added) handle.DangerousRelease();
        }
    }
}

//// DangerousAddRef: released by way of ?., which does nothing only where there is no handle
class Bug
{
    public static int Control(SafeHandle? handle, int request)
    {
        bool isHeld = false;
        try
        {
            {|FFI1006:handle!.DangerousAddRef(ref isHeld)|};
            return Codec.codec_control(handle.DangerousGetHandle(), request);
        }
        finally
        {
            if (request > 0)
            {
                handle?.DangerousRelease();
            }
        }
    }
}
class Right
{
    public static int Control(SafeHandle? handle, int request)
    {
        bool isHeld = false;
        try
        {
            handle!.DangerousAddRef(ref isHeld);
            return Codec.codec_control(handle.DangerousGetHandle(), request);
        }
        finally
        {
            if (isHeld)
            {
                handle?.DangerousRelease();
            }
        }
    }
}

//// DangerousAddRef: for a raw handle that is used here, or to keep the handle open for good
class Bug
{
    public static int Control(SafeHandle handle, int request)
    {
        bool isHeld = false;
        {|FFI1006:handle.DangerousAddRef(ref isHeld)|};
        int result = Codec.codec_control(handle.DangerousGetHandle(), request);
        GC.KeepAlive(handle);
        return result;
    }
}
class Right
{
    public static SafeHandle Keep(SafeHandle handle, bool isOwnedByTheSystem)
    {
        if (isOwnedByTheSystem)
        {
            bool isHeld = false;
            handle.DangerousAddRef(ref isHeld);
        }

        return handle;
    }
}
