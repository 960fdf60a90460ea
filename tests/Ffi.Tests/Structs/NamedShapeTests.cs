using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Structs;

/// <summary>Structs of well-known libraries. SDL's event and Windows' <c>WIN32_FIND_DATA</c> are in
/// <see cref="ConvertedStructTests"/>.</summary>
public sealed class NamedShapeTests
{
    [Fact]
    public void LibGit2sOptions_ArriveWithTextsAndCallbacks()
    {
        List<string> told = [];
        GitCheckoutOptions options = new()
        {
            Strategy = 2,
            DisableFilters = 4,
            DirMode = 0b111_101_101,
            FileMode = 0b110_100_100,
            OpenFlags = -8,
            NotifyFlags = 16,
            Notify = (why, path, payload) => (int)why + path.Length + (int)payload,
            NotifyPayload = 100,
            Progress = (path, completed, total, payload) =>
                told.Add(string.Create(CultureInfo.InvariantCulture, $"{path} {completed}/{total} {payload}")),
            ProgressPayload = 200,
            Paths = new() { Strings = ["a", "dir/ä"], Count = 2 },
            TargetDirectory = "/tmp/é",
            OurLabel = "ours",
        };

        Assert.Equal("1 2 4 755 644 -8 16 to /tmp/é, NULL ours NULL; a 102; dir/ä 107", Told(options));
        Assert.Equal<string>(["a 1/2 200", "dir/ä 2/2 200"], told);
    }

    [Fact]
    public void LibGit2sOptions_OfNothing_AreNullAndZero() =>
        Assert.Equal("1 0 0 0 0 0 0 to NULL, NULL NULL NULL", Told(new GitCheckoutOptions()));

    // All fields are the same bytes, so the object is written to without [Out], as [DllImport] has it.
    [Fact]
    public void LibGit2sBuffer_IsFilled_AndGivenBack()
    {
        GitBuffer buffer = new();

        Assert.Equal(0, NamedShapes.Set(buffer, "wörld"));
        Assert.Equal((6u, 7u), ((uint)buffer.Size, (uint)buffer.Reserved));
        Assert.Equal("wörld", Marshal.PtrToStringUTF8(buffer.Pointer));
        Assert.Equal(0, NamedShapes.Set(buffer, ""));
        Assert.Equal((0u, 1u), ((uint)buffer.Size, (uint)buffer.Reserved));
        NamedShapes.Dispose(buffer);
        Assert.Equal((0, 0u, 0u), ((int)buffer.Pointer, (uint)buffer.Size, (uint)buffer.Reserved));
    }

    [Fact]
    public void LibCurlsFile_IsReadInACallback()
    {
        List<CurlFile> files = [];
        int sum = NamedShapes.Each(
            (in file, user, remains) =>
            {
                files.Add(file);
                return (int)user + remains;
            },
            10);

        Assert.Equal(21, sum);
        Assert.Equal(2, files.Count);
        CurlFile first = files[0];
        Assert.Equal(
            ("readé.me", CurlFileKind.File, -1L, 420u, 1, 2),
            (first.Name, first.Kind, first.Time, first.Permissions, first.Uid, first.Gid));
        Assert.Equal((1L << 40, 4, 8u, 16u), (first.Size, (int)first.HardLinks.Value, first.Flags, (uint)first.DataUsed));
        Assert.Equal(
            (null, null, "ada", "users", null),
            (first.Strings.Time, first.Strings.Permissions, first.Strings.User, first.Strings.Group, first.Strings.Target));
        Assert.Equal(("link", CurlFileKind.SymbolicLink, "read.me"), (files[1].Name, files[1].Kind, files[1].Strings.Target));
    }

    private static string Told(GitCheckoutOptions options)
    {
        Span<byte> target = stackalloc byte[256];
        return Encoding.UTF8.GetString(target[..NamedShapes.Checkout(options, target, target.Length)]);
    }
}
