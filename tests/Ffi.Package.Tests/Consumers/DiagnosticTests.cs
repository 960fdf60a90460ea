using System.Globalization;
using System.Text.RegularExpressions;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>What builds say: of a binding that another project or package has, and of imports, whose other halves the SDK's generator
/// writes.</summary>
public sealed partial class DiagnosticTests : IDisposable
{
    private const string Library = """
        using System;
        using System.Runtime.InteropServices;
        using Ffi;

        namespace Watching.Interop
        {
            [NativeLibrary("watch")]
            public static unsafe partial class WatchLib
            {
                [NativeFunction("watch_start")] public static partial Watching.Handles.WatchHandle Start([Retained(Until = "watch_stop")] byte* buffer, int length);
                [NativeFunction("watch_on_event")] public static partial Watching.Handles.WatchHandle OnEvent([Retained(Until = "watch_stop")] NativeCallback<Watching.Handles.OnEvent> callback);
                [NativeFunction("watch_stop")] internal static partial void Stop(nint watch);
            }
        }

        namespace Watching.Handles
        {
            public delegate void OnEvent(int what);

            public sealed class WatchHandle() : SafeHandle(0, true)
            {
                public override bool IsInvalid => handle == 0;

                protected override bool ReleaseHandle()
                {
                    Watching.Interop.WatchLib.Stop(handle);
                    return true;
                }
            }
        }
        """;

    // Neither a using for the handles' namespace, nor a method around it.
    private const string Program = """
        using Ffi;

        if (args.Length > 100)
        {
            using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(8);
            using NativeCallback<Watching.Handles.OnEvent> callback = NativeCallback<Watching.Handles.OnEvent>.Create(static what => { });
            unsafe
            {
                using var watch = Watching.Interop.WatchLib.Start(buffer.Pointer, buffer.Length);
                using var events = Watching.Interop.WatchLib.OnEvent(callback);
            }

            Fill(new byte[8]);
        }

        static unsafe void Fill(byte[] bytes)
        {
            fixed (byte* pointer = bytes)
            {
                using var watch = Watching.Interop.WatchLib.Start(pointer, bytes.Length);
            }
        }
        """;

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [Fact]
    public async Task AProgramThatUsesALibrarysBinding_BuildsClean()
    {
        _consumer
            .WriteProject(
                "binding/binding.csproj",
                "<OutputType>Library</OutputType><ProduceReferenceAssembly>true</ProduceReferenceAssembly>")
            .Write("binding/WatchLib.cs", Library)
            .WriteProject(
                "app/app.csproj",
                "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>",
                """<ProjectReference Include="../binding/binding.csproj" />"""
            )
            .Write("app/Program.cs", Program);

        await Build("app");
    }

    [Fact]
    public async Task AProgramThatUsesAPackagesBinding_BuildsClean()
    {
        _consumer
            .WriteProject(
                "binding/binding.csproj",
                "<OutputType>Library</OutputType><PackageId>Watching</PackageId><Version>1.0.0</Version>")
            .Write("binding/WatchLib.cs", Library);
        CommandResult pack = await _consumer.Dotnet("pack", "binding", "-v", "q", "--nologo", "-o", _consumer.PathOf("feed"));
        Assert.True(pack.ExitCode == 0, pack.Output + pack.Error);
        _consumer
            .WriteProject(
                "app/app.csproj",
                $"<TreatWarningsAsErrors>true</TreatWarningsAsErrors><RestoreAdditionalProjectSources>{_consumer.PathOf("feed")}</RestoreAdditionalProjectSources>",
                """<PackageReference Include="Watching" Version="1.0.0" />""")
            .Write("app/Program.cs", Program);

        await Build("app");
    }

    [Fact]
    public async Task MistakesWithLibraryImports_AreReportedInABuild()
    {
        _consumer.WriteProject("app.csproj", "<OutputType>Library</OutputType>").Write("Program.cs", Imports);

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        string[] expected =
        [
            .. Imports
                .Split('\n')
                .Select((line, index) => (Mark: Mark().Match(line), Line: index + 1))
                .Where(line => line.Mark.Success)
                .Select(line => $"{line.Line}: {line.Mark.Groups[1].Value}"),
        ];
        string[] found =
        [
            .. Reported()
                .Matches(build.Output)
                .OrderBy(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                .Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}")
                .Distinct(),
        ];
        Assert.True(expected.SequenceEqual(found), build.Output);
    }

    // A line that ends in an id is one that is reported.
    private const string Imports = """
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Ffi;

        public delegate int Callback(int x);

        public static unsafe partial class Native
        {
            [LibraryImport("n")] public static partial void Start([Retained(Until = "stop")] byte* p);
            [LibraryImport("n", EntryPoint = "stop")] public static partial void Stop();
            [LibraryImport("n")] public static partial void Invoke(nint callback);
            [LibraryImport("n")] public static partial int Quiet(int fd);
            [LibraryImport("n", SetLastError = true)] public static partial int Loud(int fd);
            [LibraryImport("n")] public static partial void Close([Frees] nint handle);
            [LibraryImport("n")] public static partial int Step(nint statement);
            [LibraryImport("n")] [return: BorrowedFrom("statement", InvalidatedBy = ["Step"])] public static partial byte* Text(nint statement);
            [LibraryImport("n")] [return: FreedWith("n_free")] public static partial byte* Make();
            [LibraryImport("n", EntryPoint = "n_free")] public static partial void Free(byte* p);
            [LibraryImport("n")] public static partial void Print([NulTerminated] ReadOnlySpan<byte> text);
            [LibraryImport("n")] public static partial void Take(nint handle);
            [LibraryImport("n"), SuppressGCTransition] public static partial void Each(delegate* unmanaged<void> callback); // FFI1011
            [LibraryImport("n", SetLastError = true), SuppressGCTransition] public static partial int Stat(int fd); // FFI1011
            [LibraryImport("n"), UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])] public static partial int Position(SafeHandle handle); // FFI1011
            [LibraryImport("n"), SuppressGCTransition] public static partial double cos(double x);
        }

        [NativeLibrary("n")]
        public static unsafe partial class Functions
        {
            [NativeFunction, SuppressGCTransition] public static partial void each(delegate* unmanaged<void> callback); // FFI1011
            [NativeFunction(SuppressGCTransition = true)] public static partial int position(SafeHandle handle); // FFI1011
        }

        public unsafe class C
        {
            int seen;
            public void Retained(byte[] a) { fixed (byte* p = a) { Native.Start(p); } } // FFI1004
            public void Stopped(byte[] a) { fixed (byte* p = a) { Native.Start(p); Native.Stop(); } }
            public void Thunk() { Native.Invoke(Marshal.GetFunctionPointerForDelegate<Callback>(x => seen = x)); } // FFI1008
            public void Raw(SafeHandle h) { Native.Take(h.DangerousGetHandle()); } // FFI1009
            public void Leaked() { byte* made = Native.Make(); Console.WriteLine(*made); } // FFI1015
            public void Freed() { byte* made = Native.Make(); Native.Free(made); }
            public byte Ended(nint s) { byte* text = Native.Text(s); Native.Step(s); return *text; } // FFI1016
            public int Closed(nint h) { Native.Close(h); return Native.Step(h); } // FFI1017
            public int Error(int fd) => Native.Quiet(fd) < 0 ? Marshal.GetLastPInvokeError() : 0; // FFI1019
            public int Kept(int fd) => Native.Loud(fd) < 0 ? Marshal.GetLastPInvokeError() : 0;
            public void Unterminated() { ReadOnlySpan<byte> text = [65, 66]; Native.Print(text); } // FFI1022
        }
        """;

    private async Task Build(string project)
    {
        CommandResult build = await _consumer.Dotnet("build", project, "-v", "q", "--nologo");
        Assert.True(build.ExitCode == 0, build.Output + build.Error);
        Assert.DoesNotContain("FFI", build.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"// (FFI\d{4})\r?$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"Program\.cs\((\d+),\d+\): (?:warning|error) (FFI\d{4}):")]
    private static partial Regex Reported();
}
