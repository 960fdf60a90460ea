// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// frees: the handle is used after the call that ends it
class Bug
{
    public static void Run()
    {
        IntPtr encoder = Codec.codec_create(48000);
        Codec.codec_destroy(encoder);
        Codec.codec_control({|FFI1017:encoder|}, 2);
    }
}
class Right
{
    public static void Run()
    {
        IntPtr encoder = Codec.codec_create(48000);
        Codec.codec_control(encoder, 2);
        Codec.codec_destroy(encoder);
    }
}

//// frees: the field keeps the dead handle, and it is freed again
class Bug
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public void Restart(int rate)
    {
        Codec.codec_destroy(_encoder);
        if (rate <= 0) return;
        Codec.codec_control({|FFI1017:_encoder|}, rate);
        _encoder = Codec.codec_create(rate);
    }
    public void CloseTwice(IntPtr encoder)
    {
        try { Codec.codec_control(encoder, 0); Codec.codec_destroy(encoder); }
        finally { {|FFI1007:Codec.codec_destroy(encoder)|}; }
    }
}
class Right
{
    private IntPtr _encoder = Codec.codec_create(48000);
    public void Restart(int rate)
    {
        Codec.codec_destroy(_encoder);
        _encoder = IntPtr.Zero;
        if (rate <= 0) return;
        _encoder = Codec.codec_create(rate);
        Codec.codec_control(_encoder, rate);
    }
    public void CloseOnce(IntPtr encoder)
    {
        try { Codec.codec_control(encoder, 0); }
        finally { Codec.codec_destroy(encoder); }
    }
}

//// borrowed: a column's text after the next step
unsafe class Bug
{
    public static List<string> Read(IntPtr statement)
    {
        var rows = new List<string>();
        byte* text = null;
        while (Database.db_step(statement) == 100)
        {
            if (text != null) rows.Add(Marshal.PtrToStringUTF8({|FFI1016:(IntPtr)text|})!);
            text = Database.db_column_text(statement, 0);
        }

        return rows;
    }
}
unsafe class Right
{
    public static List<string> Read(IntPtr statement)
    {
        var rows = new List<string>();
        while (Database.db_step(statement) == 100)
        {
            byte* text = Database.db_column_text(statement, 0);
            if (text != null) rows.Add(Marshal.PtrToStringUTF8((IntPtr)text)!);
        }

        return rows;
    }
}

//// borrowed: a span over a blob after finalize
unsafe class Bug
{
    public static int Read(IntPtr statement, int length)
    {
        Database.db_step(statement);
        var blob = new ReadOnlySpan<byte>((void*)Database.db_column_blob(statement, 0), length);
        Database.db_finalize(statement);
        return {|FFI1016:blob[0]|};
    }
}
unsafe class Right
{
    public static byte[] Read(IntPtr statement, int length)
    {
        Database.db_step(statement);
        byte[] blob = new ReadOnlySpan<byte>((void*)Database.db_column_blob(statement, 0), length).ToArray();
        Database.db_finalize(statement);
        return blob;
    }
}

//// borrowed: returned past finally, which finalizes the owner
unsafe class Bug
{
    public static IntPtr Read(IntPtr connection)
    {
        IntPtr statement = Database.db_prepare(connection);
        try { Database.db_step(statement); return {|FFI1016:Database.db_column_blob(statement, 0)|}; }
        finally { Database.db_finalize(statement); }
    }
}
unsafe class Right
{
    public static string? Read(IntPtr connection)
    {
        IntPtr statement = Database.db_prepare(connection);
        try { Database.db_step(statement); return Marshal.PtrToStringUTF8(Database.db_column_blob(statement, 0)); }
        finally { Database.db_finalize(statement); }
    }
}
