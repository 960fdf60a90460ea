namespace Ffi.Generators.Tests.Liveness;

/// <summary>Lines of lifetimes files about a native function, whichever code declares it.</summary>
public class NativeLineTests
{
    [Fact]
    public Task Function_IsKnownByLibraryAndEntryPoint_WhateverItsDeclarationIsCalled() =>
        Snippet.Verify(
            """
            int seen;
            [DllImport("user32.dll", EntryPoint = "SetWindowsHookExW")] static extern nint Hook(int kind, Callback what, nint module, uint thread);
            void A() { Hook(1, {|FFI1008:x => seen = x|}, 0, 0); }
            Callback kept = null!;
            void B() { kept = x => seen = x; Hook(1, kept, 0, 0); }
            """
        );

    [Fact]
    public Task Function_OfAnotherLibrary_IsNotMeant() => Snippet.Verify("""
        int seen;
        [DllImport("mine")] static extern nint SetWindowsHookExW(int kind, Callback what, nint module, uint thread);
        void A() { SetWindowsHookExW(1, x => seen = x, 0, 0); }
        """);

    [Fact]
    public Task Memory_ThatALibraryKeepsUntilACall_MayEndAfterIt() =>
        Snippet.Verify(
            """
            [DllImport("libfreetype.so.6")] static extern int FT_New_Memory_Face(nint library, byte* data, nint size, nint index, nint* face);
            [DllImport("libfreetype.so.6")] static extern int FT_Done_Face(nint face);
            void A(nint library, byte[] font) { nint face; fixed (byte* p = font) { FT_New_Memory_Face(library, {|FFI1004:p|}, font.Length, 0, &face); } FT_Done_Face(face); }
            void B(nint library, byte[] font) { nint face; fixed (byte* p = font) { FT_New_Memory_Face(library, p, font.Length, 0, &face); FT_Done_Face(face); } }
            void D(nint face) { FT_Done_Face(face); Native.Take({|FFI1017:face|}); }
            """
        );

    [Fact]
    public Task OwnFile_CanSpeakOfAFunction() => Snippet.Verify("""
        [DllImport("libacme.so.2", EntryPoint = "acme_keep")] static extern void Keep(byte* bytes);
        void A(byte[] a) { fixed (byte* p = a) { Keep({|FFI1004:p|}); } }
        """, "acme!acme_keep  #1 retained   # its manual, section 2");

    [Fact]
    public Task Declaration_CountsForMoreThanALine() =>
        Snippet.Verify(
            """
            [DllImport("libfreetype.so.6")] static extern int FT_New_Memory_Face(nint library, [Retained(Until = "stop")] byte* data, nint size, nint index, nint* face);
            void A(nint library, byte[] font) { nint face; fixed (byte* p = font) { FT_New_Memory_Face(library, p, font.Length, 0, &face); Native.Stop(); } }
            """
        );
}
