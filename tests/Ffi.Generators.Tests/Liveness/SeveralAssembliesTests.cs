using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>A binding in a class library, and a program that uses it: what is right where both are one project is right in two.</summary>
public class SeveralAssembliesTests
{
    // The functions are where only the library sees them by their simple name; the handles' class has another namespace than the functions.
    private const string Library = """
        namespace Watching.Interop
        {
            [NativeLibrary("watch")]
            public static unsafe partial class WatchLib
            {
                [NativeFunction("watch_start")] public static partial Watching.Handles.WatchHandle Start([Retained(Until = "watch_stop")] byte* buffer, nuint length);
                [NativeFunction("watch_start")] public static partial nint StartRaw([Retained(Until = "watch_stop")] byte* buffer, nuint length);
                [NativeFunction("watch_stop")] public static partial void Stop(nint watch);
                [NativeFunction("watch_on_event")] public static partial Watching.Handles.WatchHandle OnEvent([Retained(Until = "watch_stop")] NativeCallback<Watching.Handles.OnEvent> callback);
                [NativeFunction("watch_set")] public static partial void SetBuffer([Retained(Until = "watch_clear")] byte* buffer);
                [NativeFunction("watch_clear")] public static partial void Clear();
                [NativeFunction("watch_free")] public static partial void Free([Frees] nint watch);
                [NativeFunction("watch_poll")] public static partial int Poll(nint watch);
                [NativeFunction("watch_name")] [return: BorrowedFrom("watch", InvalidatedBy = ["watch_poll"])] public static partial byte* Name(nint watch);
                [NativeFunction("watch_text")] [return: FreedWith("watch_text_free")] public static partial byte* Text(nint watch);
                [NativeFunction("watch_text_free")] public static partial void FreeText(byte* text);
            }
        }

        namespace Watching.Handles
        {
            using Watching.Interop;

            public delegate void OnEvent(int what);

            public sealed class WatchHandle : SafeHandle
            {
                public WatchHandle() : base(0, true) { }
                public override bool IsInvalid => handle == 0;
                protected override bool ReleaseHandle() { WatchLib.Stop(handle); return true; }
                public void Release() => Dispose();
            }

            public sealed class Watch : IDisposable
            {
                readonly WatchHandle _handle;
                public unsafe Watch(PinnedBuffer<byte> buffer) => _handle = WatchLib.Start(buffer.Pointer, (nuint)buffer.Length);
                public bool IsRunning { get => !_handle.IsClosed; set { if (!value) Dispose(); } }
                public void Dispose() => _handle.Dispose();
                public static void StopAll() => WatchLib.Clear();
                public static void Count() => s_count++;
                static int s_count;
            }
        }
        """;

    public static readonly TheoryData<Seen> All = new(Enum.GetValues<Seen>());

    private static Task Verify(Seen seen, string program) => Harness(seen).Verify(program);

    private static AnalyzerHarness Harness(Seen seen, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) => new(new LivenessAnalyzer())
    {
        Generators = seen == Seen.AsSource ? [new FunctionGenerator()] : [],
        Change = program => program.WithOptions(program.Options.WithOutputKind(kind)).Reference(Library, seen),
    };

    [Theory, MemberData(nameof(All))]
    public Task HandleWhoseNamespaceIsNotImported_EndsTheKeeping(Seen seen) =>
        Verify(
            seen,
            """
            unsafe class C
            {
                void Pin(Memory<byte> m) { using var pin = m.Pin(); using var watch = Watching.Interop.WatchLib.Start((byte*)pin.Pointer, 8); }
                void Rent() { using var buffer = PinnedBuffer<byte>.Rent(8); using (Watching.Interop.WatchLib.Start(buffer.Pointer, 8)) { } }
                void Handle(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); var watch = Watching.Interop.WatchLib.Start((byte*)h.AddrOfPinnedObject(), 8); watch.Dispose(); h.Free(); }
                void Fixed(byte[] a) { fixed (byte* p = a) { using var watch = Watching.Interop.WatchLib.Start(p, 8); } }
                void Callback() { using var callback = NativeCallback<Watching.Handles.OnEvent>.Create(static what => { }); using var watch = Watching.Interop.WatchLib.OnEvent(callback); }
            }
            """
        );

    [Theory, MemberData(nameof(All))]
    public Task TopLevelProgram_EndsTheKeeping(Seen seen) => Harness(seen, OutputKind.ConsoleApplication).Verify("""
        using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(8);
        using NativeCallback<Watching.Handles.OnEvent> callback = NativeCallback<Watching.Handles.OnEvent>.Create(static what => { });
        unsafe
        {
            using var watch = Watching.Interop.WatchLib.Start(buffer.Pointer, 8);
            using var other = Watching.Interop.WatchLib.OnEvent(callback);
        }
        """);

    [Theory, MemberData(nameof(All))]
    public Task MethodOfTheLibrary_EndsTheKeeping(Seen seen) =>
        Verify(
            seen,
            """
            unsafe class C
            {
                void M(byte[] a) { fixed (byte* p = a) { Watching.Interop.WatchLib.SetBuffer(p); Watching.Handles.Watch.StopAll(); } }
                void N(byte[] a) { fixed (byte* p = a) { var watch = Watching.Interop.WatchLib.Start(p, 8); watch.Release(); } }
                void O(byte[] a, Watching.Handles.Watch watch) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); watch.IsRunning = false; } }
                void P(byte[] a, IDisposable watch) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); watch.Dispose(); } }
                void Q(byte[] a, Action stop) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); stop(); } }
                void R(byte[] a, delegate* unmanaged<void> stop) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); stop(); } }
                void S(byte[] a) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); Finish(); } }
                void Finish() => Finally(() => Watching.Interop.WatchLib.Stop(1));
                static void Finally(Action action) => action();
                void T(byte[] a) { fixed (byte* p = a) { Watching.Interop.WatchLib.StartRaw(p, 8); Task.Run(() => Watching.Interop.WatchLib.Stop(1)).Wait(); } }
            }
            """
        );

    [Theory, MemberData(nameof(All))]
    public Task ReleaseOfABuffer_IsTrusted(Seen seen) =>
        Verify(
            seen,
            """
            unsafe class C
            {
                void M() { using var buffer = PinnedBuffer<byte>.Rent(8); buffer.Retain(); Watching.Interop.WatchLib.SetBuffer(buffer.Pointer); buffer.Release(); }
            }
            """
        );

    [Theory, MemberData(nameof(All))]
    public Task WhatIsSeenNotToEndTheKeeping_IsStillReported(Seen seen) =>
        Verify(
            seen,
            """
            unsafe class C
            {
                int count;
                void M(byte[] a) { fixed (byte* p = a) { Watching.Interop.WatchLib.SetBuffer({|FFI1004:p|}); Count(); Console.WriteLine(count); } }
                void Count() { count++; Log(); }
                void Log() => Console.WriteLine("counted");
                void N(Memory<byte> m) { using var pin = m.Pin(); Watching.Interop.WatchLib.SetBuffer({|FFI1004:(byte*)pin.Pointer|}); using var file = System.IO.File.OpenRead("x"); }
                void O(byte[] a) { fixed (byte* p = a) { var watch = Watching.Interop.WatchLib.Start({|FFI1004:p|}, 8); GC.KeepAlive(watch); } }
            }
            """
        );

    [Theory, MemberData(nameof(All))]
    public Task LifetimesOfTheLibrary_AreKnown(Seen seen) =>
        Verify(
            seen,
            """
            unsafe class C
            {
                int Freed(nint watch) { Watching.Interop.WatchLib.Free(watch); return Watching.Interop.WatchLib.Poll({|FFI1017:watch|}); }
                byte Invalid(nint watch) { byte* name = Watching.Interop.WatchLib.Name(watch); Watching.Interop.WatchLib.Poll(watch); return {|FFI1016:*name|}; }
                void Leaked(nint watch) { byte* text = {|FFI1015:Watching.Interop.WatchLib.Text(watch)|}; Console.WriteLine(*text); }
                byte Valid(nint watch) { byte* name = Watching.Interop.WatchLib.Name(watch); byte first = *name; Watching.Interop.WatchLib.Poll(watch); Watching.Interop.WatchLib.Free(watch); return first; }
                void Released(nint watch) { byte* text = Watching.Interop.WatchLib.Text(watch); Watching.Interop.WatchLib.FreeText(text); }
            }
            """
        );
}
