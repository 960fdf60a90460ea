namespace Ffi.Generators.Tests.Surroundings;

/// <summary>Programs that compile, perhaps with warnings of their own, and in which generated code meets what could trouble it.</summary>
internal static class Programs
{
    private const string Compliant = "[assembly: CLSCompliant(true)]\n";

    public static readonly string[] All =
    [
        // Obsolete and experimental types, and what hangs on them.
        """
        #pragma warning disable CS0612, CS0618, OLD1, NEW1
        [Obsolete] public struct A { public int X; }
        [Obsolete("Use B.")] public enum B { None }
        [Obsolete("Use C.", DiagnosticId = "OLD1")] public delegate int C(A a);
        [System.Diagnostics.CodeAnalysis.Experimental("NEW1")] public sealed class H() : SafeHandle(0, true) { public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; }
        [NativeLibrary("m")] public static unsafe partial class Lib
        {
            [NativeFunction] public static partial H f(A a, B* b, C c, Span<A> d, ref B e, in A f, out H g, delegate* unmanaged<A, void> h);
            [NativeCallback] internal static void Answer(A a, B b) { }
            static void Bind(NativeModule module) { _ = module.GetFunction<C>("c"); _ = NativeCallback<C>.Create(a => 1); _ = module.GetFunction<Func<A, B>>("d"); }
        }
        """,
        """
        [Obsolete("Gone.", error: true)] public struct A { public int X; }
        [Obsolete("Gone.", error: true)] public delegate int D(A a);
        [NativeLibrary("m")] public static partial class Lib
        {
            [Obsolete, NativeFunction] public static partial A f(A a, D d);
            [Obsolete, NativeCallback] internal static void Answer(A a) { }
            [Obsolete("No.", error: true), NativeCallback] internal static void Reply(int a) { }
            [Obsolete] static void Bind(NativeModule module) { _ = module.GetFunction<D>("c"); _ = NativeCallback<D>.Create(a => 1); }
        }
        """,
        """
        #pragma warning disable NEW2
        public static class Outer { [System.Diagnostics.CodeAnalysis.Experimental("NEW2")] public struct Inner { public int X; } }
        [NativeLibrary] public partial class Lib { [NativeFunction(Optional = true)] public partial Outer.Inner f(Outer.Inner[] a, params Span<Outer.Inner> b); }
        """,
        """
        #pragma warning disable CS0618, CS0612
        [NativeMarshalling(typeof(M))] public class T;
        [Obsolete("Use N."), CustomMarshaller(typeof(T), MarshalMode.Default, typeof(M))] public static class M { [Obsolete] public static nint ConvertToUnmanaged(T t) => 0; public static T ConvertToManaged(nint t) => new(); }
        public sealed class H : SafeHandle { [Obsolete("Use Open.")] public H() : base(0, true) { } public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; }
        [NativeLibrary("m")] public static partial class Lib { [NativeFunction] public static partial T f(T t, ref T u, out H h); }
        """,
        // Several libraries, whose types the first has already been asked about.
        """
        #pragma warning disable CS0612
        [Obsolete] public struct Old { public int X; }
        public struct Fine { public int X; }
        [NativeLibrary("m")] public static partial class First { [NativeFunction] internal static partial int f(Fine a, ReadOnlySpan<Fine> b, Func<Fine, int> c); }
        [NativeLibrary("m")] public static partial class Second { [NativeFunction] internal static partial int f(Fine a, ReadOnlySpan<Old> b); }
        [NativeLibrary("m")] public static partial class Third { [NativeFunction] internal static partial int f(Fine a, ReadOnlySpan<Fine> b, Func<Old, int> c); }
        [NativeLibrary("m")] public static partial class Fourth { [NativeFunction] internal static partial int f(Old a); [NativeFunction] internal static partial int g(Fine a, Span<Fine> b); }
        """,
        // Attributes that promise something of the body, or that the body has too.
        """
        using System.Diagnostics.CodeAnalysis;
        [NativeLibrary("c")] public partial class Lib
        {
            public static string? Name { get; set; }
            [DoesNotReturn, NativeFunction] public static partial void exit(int code);
            [DoesNotReturn, NativeFunction("exit")] public static partial int Exit(int code);
            [NativeFunction] public static partial void a([NotNull] string? s, [DoesNotReturnIf(true)] bool b, [DisallowNull] string? c, [AllowNull] string d);
            [NativeFunction] [return: NotNull] public static partial string? b([NotNull] SafeHandle? h);
            [NativeFunction] [return: MaybeNull] public static partial string c([NotNull] int[]? h);
            [NativeFunction] [return: NotNullIfNotNull(nameof(s))] public static partial string? d(string? s);
            [NativeFunction, MemberNotNull(nameof(Name))] public static partial int e();
            [NativeFunction, MemberNotNullWhen(true, nameof(Name))] public static partial bool f();
            [NativeFunction] public static partial bool g([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out H h);
        }
        public sealed class H() : SafeHandle(0, true) { public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; }
        """,
        """
        [NativeLibrary("m")] public static partial class Lib
        {
            [MethodImpl(MethodImplOptions.NoInlining), NativeFunction] public static partial int a(int x);
            [MethodImpl(MethodImplOptions.AggressiveInlining), NativeFunction] public static partial int b(int x);
            [SkipLocalsInit, NativeFunction] public static partial int c(string x);
            [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization), NativeFunction] public static partial void d(int x, ReadOnlySpan<char> y);
            [System.Diagnostics.DebuggerStepThrough, System.Diagnostics.Conditional("DEBUG"), NativeFunction] public static partial void e(int x);
            [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("No."), System.Runtime.Versioning.SupportedOSPlatform("linux"), NativeFunction] public static partial void f(int x);
        }
        """,
        // The Common Language Specification.
        Compliant + """
        [NativeLibrary] public partial class Lib
        {
            [NativeFunction(Optional = true)] public partial int f(int a);
            [NativeCallback] public static int Answer(int a) => a;
        }
        [NativeLibrary("m")] public static partial class LibM { [NativeFunction] internal static partial uint g(uint a, Func<uint> b); }
        """,
        Compliant + """
        public partial class Outer { [NativeLibrary] public readonly partial struct Lib { [NativeFunction] public partial int f(int a); } }
        [NativeLibrary(null)] internal partial class Lib2 { [NativeFunction] public partial uint f(uint a); }
        """,
        // Names that generated code has too.
        """
        [NativeLibrary] public partial class Lib
        {
            [NativeFunction] public partial int Unbound(int Symbols, int Lease, int _symbols, int symbols);
            [NativeFunction] public partial int Bind(int slot, int symbol, int function, int lease);
            [NativeFunction] public partial int Library(string Symbols, string SymbolsText, string SymbolsScratch);
            [NativeFunction] public partial int Retire(int all, int source);
            [NativeFunction] public partial int Equals(int x);
            [NativeFunction("x")] public partial string x([LastError] out int error, string systemError, Func<int> error_);
            [NativeFunction] public partial int Symbols(int @this);
            [NativeFunction] public partial int Complete(int value, int field, int nint, int var, int _);
        }
        """,
        """
        [NativeLibrary("m", Binding = NativeBinding.Eager)] public static partial class Library
        {
            [NativeFunction] public static partial int Unbound(int Symbols, int Library, int Binding, int Bind);
            [NativeFunction] public static partial int Bind(int slot, int symbol, int Ffi, int System, int global);
            [NativeFunction] public static partial int Symbols(Func<int> Callbacks);
            [NativeFunction("7z")] [return: FreedWith("7zFree")] public static partial string _7z();
            [NativeFunction("quote\"\n<>&")] public static partial int Binding([Retained(Until = "a\nb")] nint x);
            [NativeFunction("a\nb")] public static partial int ab();
            [NativeFunction("opt\n\u2028", Optional = true)] public static partial int opt();
        }
        """,
        """
        public delegate int Address(int Address, int Lease, int ThrowUnloaded, int Path, int address, int module, int symbol, int function);
        public delegate void callback(int Pool, int Answer, int Thunk, int s_targets, int t_lender, int Entry0, int Entry0_, int CreateThunk, int slot, int thunk, int target, int callback, int Lender);
        public delegate void @record(int a);
        namespace A_ { public delegate void B(); }
        namespace A { public delegate void _B(); }
        class Uses
        {
            void M(NativeModule module)
            {
                _ = module.GetFunction<Address>("f");
                _ = module.GetFunction<callback>("f");
                _ = module.TryGetFunction<@record>("f", out _);
                _ = module.GetFunction<A_.B>("f");
                _ = module.GetFunction<A._B>("f");
                _ = NativeCallback<callback>.Create((_, _, _, _, _, _, _, _, _, _, _, _, _) => { });
                _ = NativeCallback<A_.B>.Create(() => { });
                _ = NativeCallback<A._B>.Create(() => { });
            }
        }
        """,
        """
        using Alias = System.Collections.Generic.List<int>;
        using Number = int;
        namespace Symbols { class C; }
        namespace My.System { public struct Int32 { public int X; } }
        namespace My.Ffi { public struct NativeModule { public int X; } }
        namespace My.Global.@namespace
        {
            using System = global::System;
            public struct Span { public int X; }
            class CallbackEntries { public static int X; }
            [NativeLibrary("m")] public static partial class @class
            {
                [NativeFunction] public static partial Number @int(My.System.Int32 a, My.Ffi.NativeModule b, Span c, System.Span<Span> @ref);
                [NativeCallback] static int @event(int @class, int CallbackEntries, int exception) => @class + CallbackEntries;
                static int Value => My.Global.@namespace.CallbackEntries.X + CallbackEntries.X;
            }
            [NativeLibrary] partial record Symbols { [NativeFunction] public partial int f(); }
        }
        namespace Symbols { class Type { public static int X; } }
        """,
        // What the runtime binds.
        """
        [assembly: DefaultNativeBinding(NativeBinding.Import)]
        namespace My.Imported { public struct DllImport { public int X; } }
        namespace My
        {
            [NativeLibrary("m", Optional = true)] public static partial class Import
            {
                [NativeFunction(Optional = true)] public static partial int Symbols(int Import, int Import_, int function, int result, int @extern);
                [NativeFunction] public static partial Guid f(My.Imported.DllImport pointer, in Guid @ref, string free, Func<int> Symbols, [LastError] out int error);
                [NativeFunction("quote\"\n<>&", Optional = true)] [return: FreedWith("a\nb", Library = "quote\"")] public static partial string free(nint free, [FreedWith("x")] out string pointer);
                [NativeFunction, SuppressGCTransition] public static partial void static_();
            }
            public partial interface IOuter { [NativeLibrary("m")] partial struct Lib { [NativeFunction(Variadic = 1)] internal static partial Microsoft.Win32.SafeHandles.SafeFileHandle f(int a, byte b); } [NativeLibrary("m")] partial record Other { [NativeFunction] internal static partial bool f(); } }
        }
        """,
        // The user's own name is still what it was.
        """
        namespace N
        {
            static class Symbols { public const int Count = 1; }
            static class CallbackEntries { public const int Count = 1; }
            [NativeLibrary("m")] static partial class Lib
            {
                const int Mine = Symbols.Count + CallbackEntries.Count;
                [NativeFunction] internal static partial int f();
                [NativeCallback] static void g() { }
            }
        }
        """,
        // Kinds of containers.
        """
        public interface IOuter { static partial class Nested; [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial int f(Func<int> a); [NativeCallback] internal static void g() { } } }
        public partial interface IOther { [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial int f(Func<int> a); [NativeCallback] internal static void g() { } } [NativeCallback] static void h() { } }
        """.Replace("public interface IOuter", "public partial interface IOuter"),
        """
        public partial record Outer(int X) { [NativeLibrary("m")] public static partial class Lib { [NativeFunction] internal static partial int f(string a); } [NativeCallback] private protected static void h() { } }
        public readonly partial record struct Value(int X) { [NativeLibrary] public partial record Lib { [NativeFunction] public partial int f(string a); } [NativeCallback] static void h() { } }
        public readonly ref partial struct Ref { [NativeLibrary] public sealed partial record Lib { [NativeFunction] public partial int f(string a); } [NativeCallback] static void h() { } }
        public abstract partial class Base { [NativeLibrary("m")] protected static partial class Lib { [NativeFunction] internal static partial int f(Action a); } [NativeCallback] protected static void h() { } public void hPointerOf() { } }
        public sealed partial class Derived : Base { [NativeCallback] private static void i() { } [NativeCallback] protected internal static void j() { } }
        """,
        """
        [NativeLibrary] public partial struct Loose { private int _x; public int X => _x++; [NativeFunction(Optional = true)] public partial int f(); [NativeFunction] public readonly partial int g(); }
        [NativeLibrary] public readonly partial struct Fixed { private readonly int _x; public Fixed(int x) : this() => _x = x; public int X => _x; [NativeFunction] public partial int f(); }
        [NativeLibrary] public partial record struct Record { public int Number { get; set; } [NativeFunction] public partial int f(); }
        [NativeLibrary] public abstract partial class Abstract { public required int Number { get; set; } [NativeFunction] public virtual partial int f(); [NativeFunction] protected partial int g(); }
        public interface IAll { static abstract int f(int x); int g(); }
        [NativeLibrary("m")] public partial class Static : IAll { [NativeFunction] public static partial int f(int x); public int g() => 1; }
        [NativeLibrary] public partial class Instance : IAll { public static int f(int x) => x; [NativeFunction] public partial int g(); }
        """,
        // Names in other scripts, with letters that join to others, and long ones.
        $$"""
        [NativeLibrary("m")] public static partial class Größe { [NativeFunction] public static partial int länge(int größe, string 名前, Func<int> ไทย); [NativeCallback] static void नमस्ते(int हिन्दी) { } }
        [NativeLibrary("m")] public static partial class हिन्दी { [NativeFunction] public static partial int f(); }
        [NativeLibrary("m")] public static partial class हनद { [NativeFunction] public static partial int f(); }
        namespace {{new string('n', 300)}} { [NativeLibrary("m")] public static partial class {{new string('L', 300)}} { [NativeFunction] public static partial int {{new string('f', 300)}}(int {{new string('p', 300)}}); [NativeCallback] static void {{new string('g', 300)}}() { } } }
        public delegate void {{new string('D', 900)}}();
        class Uses { void M(NativeModule module) { _ = module.GetFunction<Action<{{new string('D', 900)}}>>("f"); _ = module.GetFunction<{{new string('D', 900)}}>("f"); _ = NativeCallback<{{new string('D', 900)}}>.Create(() => { }); } }
        """,
        // Comments that the compiler finds wanting.
        """
        /// <summary>A library.</summary>
        [NativeLibrary("m")] public static partial class Lib
        {
            /// <summary>Broken <see cref="Missing"/> & <b>.</summary>
            [NativeFunction] [return: FreedWith("free")] public static partial string a([Retained] nint x);
            /// <summary>Of <paramref name="missing"/>, <see cref="Missing"/>.</summary>
            /// <param name="missing">No.</param>
            /// <include file="missing.xml" path="//x"/>
            [NativeFunction] public static partial void b([Retained] nint x);
            /// <inheritdoc cref="Missing"/>
            [NativeFunction] public static partial void c([Frees] nint x);
        }
        """,
        // Unsafe contexts, and async beside them.
        """
        [assembly: DisableRuntimeMarshalling]
        [NativeLibrary("m")] public unsafe partial class Lib
        {
            public static async Task<int> Run() { await Task.Yield(); return f(1, 'x', true); }
            [NativeFunction] public static partial int f(int a, char b, bool c);
            [NativeFunction] public unsafe static partial S g(S* a, ref S b, Action<S, char, bool> c);
            [NativeCallback] static bool Answer(S s, char c, bool b) => b;
        }
        public struct S { public bool B; public char C; }
        """.Replace("public unsafe partial class Lib", "public partial class Lib"),
    ];
}
