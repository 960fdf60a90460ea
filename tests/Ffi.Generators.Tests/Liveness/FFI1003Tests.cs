namespace Ffi.Generators.Tests.Liveness;

public class FFI1003Tests
{
    [Fact]
    public Task AddressOfALocal_Returned_IsReported() => Snippet.Verify("""
        int* M() { int x = 1; return {|FFI1003:&x|}; }
        """);

    [Fact]
    public Task Stackalloc_ReturnedAsNint_IsReported() => Snippet.Verify("""
        nint M() { byte* p = stackalloc byte[8]; nint q = (nint)p; return {|FFI1003:q + 1|}; }
        """);

    [Fact]
    public Task AddressOfAParameter_Stored_IsReported() => Snippet.Verify("""
        int* field;
        void M(int x) { field = {|FFI1003:&x|}; }
        """);

    [Fact]
    public Task AddressOfALocal_InAStruct_Returned_IsReported() => Snippet.Verify("""
        Info M() { byte b = 1; Info info; info.Data = &b; info.Length = 1; return {|FFI1003:info|}; }
        """);

    [Fact]
    public Task AddressOfALocal_OutOrElement_IsReported() => Snippet.Verify("""
        nint[] slots = new nint[2];
        void M(out nint result) { long x = 0; result = {|FFI1003:(nint)(&x)|}; }
        void N() { long x = 0; slots[1] = {|FFI1003:(nint)Unsafe.AsPointer(ref x)|}; }
        """);

    [Fact]
    public Task AddressOfALocal_InATryBlock_IsReported() => Snippet.Verify("""
        int* field;
        void M() { int x = 0; try { field = {|FFI1003:&x|}; Native.Use(field); } finally { Console.WriteLine(); } }
        """);

    [Fact]
    public Task AddressOfALocal_InALambdaForLater_IsReported() => Snippet.Verify("""
        void M() { byte* p = stackalloc byte[4]; ThreadPool.QueueUserWorkItem({|FFI1003:_ => Native.Use(p)|}); }
        """);

    [Fact]
    public Task AddressOfALocal_PassedDown_IsNotReported() => Snippet.Verify("""
        int M() { int x = 1; byte* p = stackalloc byte[8]; Native.Use(&x); Native.Sum(p, 8); return x + *p; }
        """);

    [Fact]
    public Task AddressOfALocal_StoredAndRestored_IsNotReported() => Snippet.Verify("""
        [ThreadStatic] static int* top;
        void M() { int frame = 0; int* before = top; top = &frame; try { Native.Use(top); } finally { top = before; } }
        """);

    [Fact]
    public Task AddressThroughAPointer_Returned_IsNotReported() => Snippet.Verify("""
        int* M(Info* p) { return &p->Length; }
        int* N(int* p) { return &p[3]; }
        """);

    [Fact]
    public Task ValueOnTheStack_Returned_IsNotReported() => Snippet.Verify("""
        int M() { int x = 1; int* p = &x; return *p; }
        int N() { Info info = default; Info* p = &info; return p->Length; }
        """);
}
