using System.Reflection;
using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>The files that come with the package, against what the bindings declare.</summary>
public class ShippedLifetimeTests
{
    // The bindings' own names, as far as the files name them. The bodies don't matter.
    private const string Bindings = """
        namespace SQLitePCL { class sqlite3; class sqlite3_stmt; static class raw { static int sqlite3_close(sqlite3 db) => 0; static int sqlite3_close_v2(sqlite3 db) => 0; static int sqlite3_finalize(sqlite3_stmt stmt) => 0; } }
        namespace SDL2
        {
            static class SDL
            {
                static void SDL_DestroyWindow(nint window) { }
                static void SDL_DestroyRenderer(nint renderer) { }
                static void SDL_DestroyTexture(nint texture) { }
                static void SDL_FreeSurface(nint surface) { }
                static void SDL_FreeCursor(nint cursor) { }
                static void SDL_GL_DeleteContext(nint context) { }
                static void SDL_SetEventFilter(Delegate filter, nint userdata) { }
                static void SDL_AddEventWatch(Delegate filter, nint userdata) { }
                static void SDL_DelEventWatch(Delegate filter, nint userdata) { }
                static void SDL_LogSetOutputFunction(Delegate callback, nint userdata) { }
                static int SDL_AddTimer(uint interval, Delegate callback, nint param) => 0;
                static int SDL_RemoveTimer(int id) => 0;
            }
        }
        namespace OpenTK.Windowing.GraphicsLibraryFramework
        {
            struct Window; struct Cursor;
            static unsafe class GLFW
            {
                static void DestroyWindow(Window* window) { }
                static void DestroyCursor(Cursor* cursor) { }
                static nint SetErrorCallback(Delegate callback) => 0;
                static nint SetKeyCallback(Window* window, Delegate callback) => 0;
                static nint SetCharCallback(Window* window, Delegate callback) => 0;
                static nint SetMouseButtonCallback(Window* window, Delegate callback) => 0;
                static nint SetCursorPosCallback(Window* window, Delegate callback) => 0;
                static nint SetScrollCallback(Window* window, Delegate callback) => 0;
                static nint SetWindowSizeCallback(Window* window, Delegate callback) => 0;
                static nint SetWindowMaximizeCallback(Window* window, Delegate callback) => 0;
                static nint SetFramebufferSizeCallback(Window* window, Delegate callback) => 0;
            }
        }
        namespace OpenTK.Graphics.OpenGL { static class GL { static void DebugMessageCallback(Delegate callback, nint userParam) { } } }
        namespace OpenTK.Graphics.OpenGL4 { static class GL { static void DebugMessageCallback(Delegate callback, nint userParam) { } } }
        namespace Silk.NET.GLFW { struct WindowHandle; unsafe class Glfw { void DestroyWindow(WindowHandle* window) { } } }
        namespace FFmpeg.AutoGen
        {
            static unsafe class ffmpeg
            {
                static void* av_malloc(ulong size) => null;
                static void* av_mallocz(ulong size) => null;
                static void av_free(void* ptr) { }
                static void av_log_set_callback(nint callback) { }
            }
        }
        namespace CurlThin
        {
            static class CurlNative
            {
                static class Easy { static int SetOpt(SafeHandle handle, int option, Delegate value) => 0; static void Cleanup(nint handle) { } }
                static class Multi { static int SetOpt(SafeHandle multiHandle, int option, Delegate value) => 0; static int Cleanup(nint multiHandle) => 0; }
            }
        }
        namespace Windows.Win32
        {
            static class PInvoke
            {
                static nint SetWindowsHookEx(int idHook, Delegate lpfn, nint hmod, uint dwThreadId) => 0;
                static int UnhookWindowsHookEx(nint hhk) => 0;
                static nint SetWinEventHook(uint eventMin, uint eventMax, nint hmodWinEventProc, Delegate pfnWinEventProc, uint idProcess, uint idThread, uint dwFlags) => 0;
                static int UnhookWinEvent(nint hWinEventHook) => 0;
                static int SetConsoleCtrlHandler(Delegate HandlerRoutine, int Add) => 0;
            }
        }
        namespace PInvoke { static class User32 { static nint SetWindowsHookEx(int idHook, Delegate lpfn, nint hMod, int dwThreadId) => 0; static bool UnhookWindowsHookEx(nint hhk) => false; } }
        namespace Vanara.PInvoke { static class User32 { static nint SetWindowsHookEx(int idHook, Delegate lpfn, nint hmod, int dwThreadId) => 0; static bool UnhookWindowsHookEx(nint hhk) => false; } }
        namespace NAudio.Wave
        {
            class WaveInterop
            {
                static int waveOutOpen(out nint hWaveOut, nint uDeviceID, object lpFormat, Delegate dwCallback, nint dwInstance, int dwFlags) => (int)(hWaveOut = 0);
                static int waveOutClose(nint hWaveOut) => 0;
                static int waveInOpen(out nint hWaveIn, nint uDeviceID, object lpFormat, Delegate dwCallback, nint dwInstance, int dwFlags) => (int)(hWaveIn = 0);
                static int waveInClose(nint hWaveIn) => 0;
            }
        }
        namespace Raylib_cs
        {
            static unsafe class Raylib
            {
                static void* MemAlloc(uint size) => null;
                static void MemFree(void* ptr) { }
                static void SetTraceLogCallback(delegate* unmanaged[Cdecl]<int, sbyte*, sbyte*, void> callback) { }
            }
        }
        namespace ImGuiNET { static class ImGui { static nint MemAlloc(uint size) => 0; static void MemFree(nint ptr) { } } }
        namespace Mono.Unix.Native { class Stdlib { static nint malloc(ulong size) => 0; static nint calloc(ulong nmemb, ulong size) => 0; static void free(nint ptr) { } } }
        """;

    public static TheoryData<string> Lines =>
        [.. All().Select(static line => line.Split('#')[0].Trim()).Where(static line => line.Length > 0 && !line.Contains('!'))];

    public static TheoryData<string> NativeLines => [.. All().Where(static line => line.Contains('!') && !line.StartsWith('#'))];

    /// <summary>The functions are other people's; that the line is well formed is all that can be told here. The sources are in the
    /// files.</summary>
    [Theory, MemberData(nameof(NativeLines))]
    public void NativeLine_SaysSomethingOfParametersByNumber(string line) =>
        Assert.Matches(
            @"^[a-z0-9]+!\w+ +(?:(?:#\d (?:frees|retained(?: until \w+)?)|return freed-with \w+)(?:; )?)+(?: +# .+)?$",
            line.TrimEnd());

    private static IEnumerable<string> All()
    {
        Assembly assembly = typeof(LivenessAnalyzer).Assembly;
        foreach (
            string name in assembly
                .GetManifestResourceNames()
                .Where(static name => name.EndsWith(".ffi-lifetimes", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (string line in reader.ReadToEnd().Split('\n'))
            {
                yield return line;
            }
        }
    }

    [Theory, MemberData(nameof(Lines))]
    public void Line_NamesWhatIsDeclared(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string type = words[0][..words[0].LastIndexOf('.')];
        IMethodSymbol[] siblings =
        [
            .. TypesOf(TestCompilation.Create(Bindings).Assembly.GlobalNamespace)
                .Single(found => found.ToDisplayString() == type)
                .GetMembers()
                .OfType<IMethodSymbol>(),
        ];
        IMethodSymbol method = Assert.Single(siblings, found => found.Name == words[0][(type.Length + 1)..]);

        if (words[1] != "return")
        {
            Assert.Contains(method.Parameters, parameter => parameter.Name == words[1]);
        }

        if (words.Length > 3)
        {
            Assert.Contains(siblings, found => found.Name == words[^1]);
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static member => member is INamedTypeSymbol type ? TypesOf(member).Prepend(type) : TypesOf(member));
}
