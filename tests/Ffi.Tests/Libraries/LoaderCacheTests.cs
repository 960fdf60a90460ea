using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Libraries;

public class LoaderCacheTests
{
    private const int X64 = 0x0303;
    private const int Arm64 = 0x0a03;
    private const int X86 = 0x0003;

    [Theory]
    [InlineData(Architecture.X64, "libz.so.1")]
    [InlineData(Architecture.Arm64, "libm.so.6")]
    [InlineData(Architecture.X86, "libc.so.6")]
    public void Sonames_AreThoseOfOneProcessor(Architecture architecture, string expected)
    {
        byte[] cache = Cache((X64, "libz.so.1"), (Arm64, "libm.so.6"), (X86, "libc.so.6"));

        Assert.Equal([expected], LoaderCache.Sonames(cache, architecture));
    }

    [Fact]
    public void Sonames_BehindAnOldTable_CountTheirOffsetsFromTheNewOne()
    {
        byte[] old = [.. "ld.so-1.7.0"u8, .. new byte[5 + 12 * 3 + 4]];

        Assert.Equal(["libz.so.1"], LoaderCache.Sonames([.. old, .. Cache((X64, "libz.so.1"))], Architecture.X64));
    }

    [Fact]
    public void Sonames_OfADamagedCache_AreThoseThatAreThere()
    {
        byte[] cache = Cache((X64, "libz.so.1"), (X64, "libm.so.6"));
        for (int length = 0; length < cache.Length; length++)
        {
            IReadOnlyList<string> names = LoaderCache.Sonames(cache.AsSpan(0, length), Architecture.X64);
            Assert.All(names, name => Assert.True(name is "libz.so.1" or "libm.so.6", name));
        }

        cache.AsSpan(20, 4).Fill(0xff);
        Assert.Equal(["libz.so.1", "libm.so.6"], LoaderCache.Sonames(cache, Architecture.X64).Take(2));
        cache.AsSpan(52, 4).Fill(0xff);
        Assert.DoesNotContain("libz.so.1", LoaderCache.Sonames(cache, Architecture.X64));
    }

    [Theory]
    [InlineData("libz.so.1", "libz.so.1")]
    [InlineData("libz.so.1 libz.so.1", "libz.so.1")]
    [InlineData("libz.so.1.2.13 libzz.so.1 libz.so.x libz.so", "libz.so.1.2.13")]
    [InlineData("libz.so.1 libz.so.2", null)]
    [InlineData("libz.so libz.so. libz.so.1. libz.so.1..2 libz.sox libz.so1 libz.so..1 zlibz.so.1", null)]
    public unsafe void OneVersion_IsFoundAtOneLook_AndTwoAreForTheSearch(string names, string? expected)
    {
        byte[] cache = Cache([.. names.Split(' ').Select(name => (X64, name)), (Arm64, "libz.so.9")]);
        fixed (byte* start = cache)
        {
            Assert.Equal(expected, LoaderCacheLook.OnlyVersionOf("libz.so", start, cache.Length, Architecture.X64));
        }
    }

    [Fact]
    public unsafe void ALookIntoADamagedCache_StaysInside()
    {
        byte[] cache = Cache((X64, "libz.so.1"), (X64, "libm.so.6"));
        for (int length = 0; length < cache.Length; length++)
        {
            // Of its own length, and on the heap's end no more than by chance: what follows it is another version, which would be found.
            byte[] part = [.. cache.AsSpan(0, length), .. "77"u8, 0];
            fixed (byte* start = part)
            {
                Assert.Null(LoaderCacheLook.OnlyVersionOf("libm.so", start, length, Architecture.X64));
            }
        }

        cache.AsSpan(20, 4).Fill(0xff);
        cache.AsSpan(52, 4).Fill(0xff);
        fixed (byte* start = cache)
        {
            Assert.Equal("libm.so.6", LoaderCacheLook.OnlyVersionOf("libm.so", start, cache.Length, Architecture.X64));
            Assert.Null(LoaderCacheLook.OnlyVersionOf("libz.so", start, cache.Length, Architecture.X64));
        }
    }

    // Whatever this machine has installed: the look finds what comparing all versions finds, or leaves it to that.
    [LinuxFact]
    public void ALookIntoThisMachinesCache_AgreesWithTheSearch()
    {
        IReadOnlyList<string> sonames = LoaderCache.SonamesHere();
        int found = 0;
        foreach (
            string file in sonames
                .Where(name => name.Contains(".so.", StringComparison.Ordinal))
                .Select(name => name[..(name.IndexOf(".so.", StringComparison.Ordinal) + 3)])
                .Distinct())
        {
            IReadOnlyList<string> all = LibraryVersion.HighestFirst(file + ".*", sonames);
            string? one = LoaderCacheLook.OnlyVersionOf(file);
            Assert.Equal(all.Count == 1 ? all[0] : null, one);
            found += one is null ? 0 : 1;
        }

        Assert.True(found > 0);
    }

    [Fact]
    public void TheConfiguration_NamesFolders_AndThoseOfIncludedFilesInTheirPlace()
    {
        string folder = Directory.CreateTempSubdirectory("ffi-conf-").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "ld.so.conf"),
                "# a comment\n/before\ninclude conf.d/*.conf\n/after # why\ninclude ld.so.conf\n");
            Directory.CreateDirectory(Path.Combine(folder, "conf.d"));
            File.WriteAllText(Path.Combine(folder, "conf.d", "b.conf"), "/b\n");
            File.WriteAllText(Path.Combine(folder, "conf.d", "a.conf"), "  /a1\n\n/a2\n");
            File.WriteAllText(Path.Combine(folder, "conf.d", "a.other"), "/other\n");

            IReadOnlyList<string> directories = LoaderConfiguration.ReadConfiguration(Path.Combine(folder, "ld.so.conf"));

            Assert.Equal(["/before", "/a1", "/a2", "/b", "/after"], directories.Distinct());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // struct cache_file_new: magic, count, length of strings, flags and reserved words; entries of flags, key, value, version and hwcap.
    private static byte[] Cache(params (int Flags, string Name)[] entries)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("glibc-ld.so.cache1.1"u8);
        writer.Write(entries.Length);
        writer.Write(new byte[24]);
        int text = 48 + (24 * entries.Length);
        foreach ((int flags, string name) in entries)
        {
            writer.Write(flags);
            writer.Write(text);
            writer.Write(text);
            writer.Write(new byte[12]);
            text += name.Length + 1;
        }

        foreach ((_, string name) in entries)
        {
            writer.Write(Encoding.ASCII.GetBytes(name + '\0'));
        }

        return stream.ToArray();
    }
}
