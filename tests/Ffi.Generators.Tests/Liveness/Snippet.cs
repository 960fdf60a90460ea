using Ffi.Analyzers.Liveness;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>Members of a class that has a few native functions, analyzed by every flow rule: only what is marked may be reported.</summary>
internal static class Snippet
{
    public static Task Verify(string members) => new AnalyzerHarness(new LivenessAnalyzer()).Verify(Prelude + members + "\n}");

    /// <summary>The same in a class that isn't unsafe as a whole, as async methods ask.</summary>
    public static Task VerifySafe(string members) =>
        new AnalyzerHarness(new LivenessAnalyzer()).Verify(Prelude.Replace("unsafe partial class C", "partial class C") + members + "\n}");

    public static Task Verify(string members, string lifetimes) =>
        new AnalyzerHarness(new LivenessAnalyzer()) { AdditionalFiles = [("native.ffi-lifetimes", lifetimes)] }.Verify(
            Prelude + members + "\n}");

    /// <summary>The members in their class, as they are analyzed.</summary>
    public static string Of(string members) => Prelude + members + "\n}";

    private const string Prelude = """
        delegate int Callback(int x);

        static unsafe class Native
        {
            [DllImport("n")] public static extern void Use(void* p);
            [DllImport("n")] public static extern void Take(nint p);
            [DllImport("n")] public static extern int Sum(byte* p, int length);
            [DllImport("n")] public static extern void Start([Retained(Until = "stop")] byte* p);
            [DllImport("n")] public static extern void StartForever([Retained] nint p);
            [DllImport("n", EntryPoint = "stop")] public static extern void Stop();
            [DllImport("n")] public static extern void StartArray([Retained] byte[] data);
            [DllImport("n")] public static extern void StartRef([Retained] ref int word);
            [DllImport("n")] public static extern void Invoke(nint callback);
            [DllImport("n")] public static extern void Register([Retained(Until = "unregister")] Callback callback);
            [DllImport("n")] public static extern void RegisterPointer([Retained(Until = "unregister")] nint callback);
            [DllImport("n", EntryPoint = "unregister")] public static extern void Unregister();
            [DllImport("n", SetLastError = true)] public static extern int Open(string path);
            [DllImport("n")] public static extern int Quiet(int fd);
            [DllImport("n")] public static extern void Close([Frees] nint handle);
            [DllImport("n")] public static extern nint OpenHandle();
            [DllImport("n")] public static extern int Step(nint statement);
            [DllImport("n")] [return: BorrowedFrom("statement", InvalidatedBy = new[] { "Step" })] public static extern byte* Text(nint statement);
            [DllImport("n")] [return: FreedWith("n_free")] public static extern byte* Make();
            [DllImport("n", EntryPoint = "n_free")] public static extern void Free(byte* p);
            [DllImport("n")] public static extern void Print([NulTerminated] ReadOnlySpan<byte> text);
            [DllImport("n")] public static extern void TakeStruct(Info info);
            [DllImport("n")] public static extern void TakeStructs(ref Info info);
            [DllImport("n")] public static extern void UseHandle(Microsoft.Win32.SafeHandles.SafeFileHandle handle);
        }

        unsafe struct Info { public byte* Data; public int Length; }

        unsafe partial class C
        {

        """;
}
