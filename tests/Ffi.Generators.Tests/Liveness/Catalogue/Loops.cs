// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// loop: foreach goes on to the next item before the pin is freed
static class Bug
{
    public static int Count(byte[][] parts)
    {
        int accepted = 0;
        foreach (byte[] part in parts)
        {
            GCHandle pin = {|FFI1006:GCHandle.Alloc(part, GCHandleType.Pinned)|};
            if (Codec.codec_process_ptr(pin.AddrOfPinnedObject(), part.Length) < 0)
            {
                continue;
            }

            accepted++;
            pin.Free();
        }

        return accepted;
    }
}
static class Right
{
    public static int Count(byte[][] parts)
    {
        int accepted = 0;
        foreach (byte[] part in parts)
        {
            GCHandle pin = GCHandle.Alloc(part, GCHandleType.Pinned);
            int result = Codec.codec_process_ptr(pin.AddrOfPinnedObject(), part.Length);
            pin.Free();
            if (result < 0)
            {
                continue;
            }

            accepted++;
        }

        return accepted;
    }
}

//// loop: the pointer of the turn before is used in this one
static unsafe class Bug
{
    [DllImport("chain")] static extern void chain_link(byte* previous, byte* next);

    public static void Link(byte[][] parts)
    {
        byte* previous = null;
        foreach (byte[] part in parts)
        {
            fixed (byte* start = part)
            {
                if (previous != null)
                {
                    chain_link({|FFI1001:previous|}, start);
                }

                previous = start;
            }
        }
    }
}
static unsafe class Right
{
    [DllImport("chain")] static extern void chain_link(byte* previous, byte* next);

    public static void Link(byte[] all, int stride)
    {
        fixed (byte* start = all)
        {
            byte* previous = null;
            for (byte* next = start; next < start + all.Length; next += stride)
            {
                if (previous != null)
                {
                    chain_link(previous, next);
                }

                previous = next;
            }
        }
    }
}

//// loop: a column of the row before is compared with this row's
static class Bug
{
    [DllImport("db")] static extern int db_compare(IntPtr left, IntPtr right);

    public static int CountRepeated(IntPtr statement)
    {
        IntPtr last = IntPtr.Zero;
        int repeated = 0;
        while (Database.db_step(statement) == 100)
        {
            IntPtr current = Database.db_column_blob(statement, 0);
            if (last != IntPtr.Zero && db_compare({|FFI1016:last|}, current) == 0)
            {
                repeated++;
            }

            last = current;
        }

        return repeated;
    }
}
static class Right
{
    public static int CountRepeated(IntPtr statement)
    {
        string? last = null;
        int repeated = 0;
        while (Database.db_step(statement) == 100)
        {
            string? current = Marshal.PtrToStringUTF8(Database.db_column_blob(statement, 0));
            if (last is not null && current == last)
            {
                repeated++;
            }

            last = current;
        }

        return repeated;
    }
}

//// loop: every element of an array points to memory whose pin has ended
static unsafe class Bug
{
    [DllImport("shell")] static extern int shell_main(int count, byte** arguments);

    public static int Run(byte[][] arguments)
    {
        byte*[] pointers = new byte*[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            fixed (byte* text = arguments[i])
            {
                pointers[i] = text;
            }
        }

        fixed (byte** first = pointers)
        {
            return shell_main(arguments.Length, {|FFI1001:first|});
        }
    }
}
static unsafe class Right
{
    [DllImport("shell")] static extern int shell_main(int count, nint* arguments);

    public static int Run(string[] arguments)
    {
        nint[] pointers = new nint[arguments.Length];
        try
        {
            for (int i = 0; i < arguments.Length; i++)
            {
                pointers[i] = Marshal.StringToCoTaskMemUTF8(arguments[i]);
            }

            fixed (nint* first = pointers)
            {
                return shell_main(arguments.Length, first);
            }
        }
        finally
        {
            foreach (nint pointer in pointers)
            {
                Marshal.FreeCoTaskMem(pointer);
            }
        }
    }
}

//// loop: pins are collected in a list, and all freed where one fails
sealed unsafe class Right
{
    private readonly List<GCHandle> _pins = [];

    public void Write(IntPtr encoder, List<byte[]> segments)
    {
        try
        {
            foreach (byte[] segment in segments)
            {
                GCHandle pin = GCHandle.Alloc(segment, GCHandleType.Pinned);
                _pins.Add(pin);
                if (Codec.codec_process_ptr(pin.AddrOfPinnedObject(), segment.Length) < 0)
                {
                    throw new IOException();
                }
            }
        }
        catch
        {
            foreach (GCHandle pin in _pins)
            {
                pin.Free();
            }

            _pins.Clear();
            throw;
        }
    }
}
static class Bug
{
    public static void Write(byte[] segment)
    {
        GCHandle pin = {|FFI1006:GCHandle.Alloc(segment, GCHandleType.Pinned)|};
        if (Codec.codec_process_ptr(pin.AddrOfPinnedObject(), segment.Length) < 0)
        {
            throw new IOException();
        }

        pin.Free();
    }
}
