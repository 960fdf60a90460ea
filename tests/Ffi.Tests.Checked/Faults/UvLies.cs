using Ffi.Tests.NativeCalls;

namespace Ffi.Tests.Checked.Faults;

[Collection(nameof(WrittenLateTests))]
public class UvLies
{
    [LibraryFact("libuv", "libuv.so.1")]
    public void EachIsFound_AndItsTwinIsNot()
    {
        Lie[] lies =
        [
            new(
                "a size of 4 bytes",
                static () =>
                {
                    int bytes = 4096;
                    Uv.GetFolderNarrow(new byte[4096], ref bytes);
                },
                NativeFault.WrittenOutside, "uv_cwd", "bytes", Lie.Larger,
                static () => GetFolder(4096)),
            new(
                "a buffer that is shorter than its size says",
                static () =>
                {
                    nuint bytes = 4096;
                    Uv.GetFolder(new byte[Environment.CurrentDirectory.Length - 1], ref bytes);
                },
                NativeFault.WrittenOutside, "uv_cwd", "target", Lie.Larger,
                static () => GetFolder(4096)),
            new(
                "a count in 4 bytes",
                static () => Uv.MemoryNarrow(out _),
                NativeFault.WrittenOutside, "uv_resident_set_memory", "bytes", Lie.Larger,
                static () => Assert.Equal(0, Uv.Memory(out _))),
            new(
                "a double as a float",
                static () => Uv.UptimeNarrow(out _),
                NativeFault.WrittenOutside, "uv_uptime", "seconds", Lie.Larger,
                static () => Assert.Equal(0, Uv.Uptime(out _))),
            new(
                "one number for three",
                static () => Uv.LoadOne(out _),
                NativeFault.WrittenOutside, "uv_loadavg", "averages", Lie.Larger,
                static () => Uv.Load(new double[3])),
            new(
                "a name that is said to be read",
                static () =>
                {
                    nuint bytes = 512;
                    Uv.HostRead(new byte[512], ref bytes);
                },
                NativeFault.WrittenReadOnly, "uv_os_gethostname", "target", Lie.Writes + "System.Span<byte>",
                static () =>
                {
                    nuint bytes = 512;
                    Assert.Equal(0, Uv.Host(new byte[512], ref bytes));
                }),
            new(
                "more bytes than there are",
                static () => Uv.Random(0, 0, new byte[8], 12, 0, 0),
                NativeFault.WrittenOutside, "uv_random", "target", Lie.Larger,
                static () => Assert.Equal(0, Uv.Random(0, 0, new byte[8], 8, 0, 0))),
        ];

        Assert.All(lies, static lie => lie.Verify());
    }

    private static void GetFolder(int room)
    {
        nuint bytes = (nuint)room;
        Assert.Equal(0, Uv.GetFolder(new byte[room], ref bytes));
    }
}

[NativeLibrary("uv")]
internal static partial class Uv
{
    [NativeFunction("uv_cwd")] internal static partial int GetFolder(Span<byte> target, ref nuint bytes);
    [NativeFunction("uv_cwd")] internal static partial int GetFolderNarrow(Span<byte> target, ref int bytes);
    [NativeFunction("uv_resident_set_memory")] internal static partial int Memory(out nuint bytes);
    [NativeFunction("uv_resident_set_memory")] internal static partial int MemoryNarrow(out uint bytes);
    [NativeFunction("uv_uptime")] internal static partial int Uptime(out double seconds);
    [NativeFunction("uv_uptime")] internal static partial int UptimeNarrow(out float seconds);
    [NativeFunction("uv_loadavg")] internal static partial void Load(Span<double> averages);
    [NativeFunction("uv_loadavg")] internal static partial void LoadOne(out double averages);
    [NativeFunction("uv_os_gethostname")] internal static partial int Host(Span<byte> target, ref nuint bytes);
    [NativeFunction("uv_os_gethostname")] internal static partial int HostRead(ReadOnlySpan<byte> target, ref nuint bytes);
    [NativeFunction("uv_random")]
    internal static partial int Random(nint loop, nint request, Span<byte> target, nuint bytes, uint flags, nint done);
}
