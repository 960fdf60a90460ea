namespace Ffi.Generators.Tests.Headers;

/// <summary>The fix writes what C says.</summary>
public class HeaderFixTests
{
    [Theory]
    [InlineData(
        """[DllImport("acme")] static extern int acme_count(nint handle, out int count);""",
        """[DllImport("acme")] static extern int acme_count(nint handle, out nuint count);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern int acme_count(nint handle, [Out] int[] count);""",
        """[DllImport("acme")] static extern int acme_count(nint handle, [Out] nuint[] count);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern int acme_count(nint handle, int* count);""",
        """[DllImport("acme")] static extern int acme_count(nint handle, nuint* count);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern int acme_read(nint handle, byte[] buffer, int size);""",
        """[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer, nuint size);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern double acme_scale(nint handle, double factor);""",
        """[DllImport("acme")] static extern double acme_scale(nint handle, float factor);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern int acme_close(nint handle);""",
        """[DllImport("acme")] static extern void acme_close(nint handle);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern CLong acme_seek(nint handle, int offset);""",
        """[DllImport("acme")] static extern CLong acme_seek(nint handle, System.Runtime.InteropServices.CLong offset);"""
    )]
    [InlineData(
        """[DllImport("acme")] static extern void acme_colse(nint handle);""",
        """[DllImport("acme", EntryPoint = "acme_close")] static extern void acme_colse(nint handle);"""
    )]
    [InlineData(
        """[DllImport("acme", EntryPoint = "acme_clos")] static extern void Close(nint handle);""",
        """[DllImport("acme", EntryPoint = "acme_close")] static extern void Close(nint handle);"""
    )]
    [InlineData("const int ACME_LIMIT = 99;", "const int ACME_LIMIT = 100;")]
    public Task Fix_WritesWhatTheHeaderSays(string before, string after) => AcmeHeader.VerifyFix(before, after);

    [Theory]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer);""")]
    [InlineData(
        """[DllImport("acme")] [return: MarshalAs(UnmanagedType.I2)] static extern short acme_total(nint handle, out uint total);"""
    )]
    public Task Fix_IsNotOffered_WhereOneEditIsNotEnough(string member) => AcmeHeader.VerifyFix(member, member);
}
