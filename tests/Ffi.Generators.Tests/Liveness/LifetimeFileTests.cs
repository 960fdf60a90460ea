namespace Ffi.Generators.Tests.Liveness;

public class LifetimeFileTests
{
    private const string Natives = """
        [DllImport("n")] static extern void keep(byte* data); [DllImport("n")] static extern void drop();
        [DllImport("n")] static extern void close(nint h); [DllImport("n")] static extern nint text(nint owner); [DllImport("n")] static extern void step(nint owner);
        [DllImport("n")] static extern nint make(); [DllImport("n")] static extern void give_back(nint p);

        """;

    private const string Lifetimes = """
        # What the natives do.
        C.keep   data retained until drop   # a comment
        C.close  h frees
        C.text   return borrowed-from owner until step
        C.make   return freed-with give_back
        """;

    [Fact]
    public Task EachClause_WorksAsItsAttribute() => Snippet.Verify(Natives + """
        void A(byte[] a) { fixed (byte* p = a) { keep({|FFI1004:p|}); } }
        void B(nint h) { close(h); Native.Take({|FFI1017:h|}); }
        void D(nint h) { nint t = text(h); step(h); Native.Take({|FFI1016:t|}); }
        void E() { nint p = {|FFI1015:make()|}; Native.Take(p); }
        void F() { nint p = make(); Native.Take(p); give_back(p); }
        """, Lifetimes);

    [Fact]
    public Task LineAboutOverloads_IsNotAboutTheOneThatCopiesText() =>
        Snippet.Verify(
            """
            [DllImport("n", EntryPoint = "set")] static extern void Set(int option, byte* value); [DllImport("n", EntryPoint = "set")] static extern void Set(int option, string value);
            [DllImport("n")] static extern void put(string value);
            void A(byte[] a) { Set(1, "text"); fixed (byte* p = a) { Set(2, {|FFI1004:p|}); } }
            void B() { put({|FFI1004:"text"|}); }
            """,
            "C.Set value retained\nC.put value retained");

    [Fact]
    public Task UnknownMethodsParametersAndWords_ArePassedOver() => Snippet.Verify(Natives + """
        void A(byte[] a) { fixed (byte* p = a) { keep(p); } }
        """, "C.keep other retained\nC.keep data eaten\nC.nothing data retained\nC.keep\n;;\n");

    [Fact]
    public Task ShippedFiles_KnowFamousLibraries() => Snippet.Verify("""
        void A(nint window) { SDL2.SDL.SDL_DestroyWindow(window); Native.Take({|FFI1017:window|}); }
        int seen;
        void B() { SDL2.SDL.SDL_SetEventFilter({|FFI1008:x => seen = x|}, 0); }
        } namespace SDL2 { static class SDL { [DllImport("SDL2")] public static extern void SDL_DestroyWindow(nint window);
            [DllImport("SDL2")] public static extern void SDL_SetEventFilter(Callback filter, nint data); }
        """);
}
