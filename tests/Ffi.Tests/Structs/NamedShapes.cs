using System.Runtime.InteropServices;

namespace Ffi.Tests.Structs;

internal delegate int CheckoutNotify(uint why, string path, nint payload);

internal delegate void CheckoutProgress(string path, nuint completed, nuint total, nint payload);

/// <summary>libgit2's <c>git_strarray</c>.</summary>
internal struct GitStrings
{
    public string[]? Strings;
    public nuint Count;
}

/// <summary>libgit2's <c>git_checkout_options</c>, as LibGit2Sharp has it: an object.</summary>
[StructLayout(LayoutKind.Sequential)]
internal sealed class GitCheckoutOptions
{
    public uint Version = 1;
    public uint Strategy;
    public int DisableFilters;
    public uint DirMode;
    public uint FileMode;
    public int OpenFlags;
    public uint NotifyFlags;
    public CheckoutNotify? Notify;
    public nint NotifyPayload;
    public CheckoutProgress? Progress;
    public nint ProgressPayload;
    public GitStrings Paths;
    public nint Baseline;
    public nint BaselineIndex;
    public string? TargetDirectory;
    public string? AncestorLabel;
    public string? OurLabel;
    public string? TheirLabel;
}

/// <summary>libgit2's <c>git_buf</c>, as LibGit2Sharp has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal sealed class GitBuffer
{
    public nint Pointer;
    public nuint Reserved;
    public nuint Size;
}

internal enum CurlFileKind
{
    File,
    Directory,
    SymbolicLink,
}

internal struct CurlFileStrings
{
    public string? Time, Permissions, User, Group, Target;
}

/// <summary>libcurl's <c>struct curl_fileinfo</c>.</summary>
internal struct CurlFile
{
    public string? Name;
    public CurlFileKind Kind;
    public long Time;
    public uint Permissions;
    public int Uid, Gid;
    public long Size;
    public CLong HardLinks;
    public CurlFileStrings Strings;
    public uint Flags;
    public nint Data;
    public nuint DataSize, DataUsed;
}

internal delegate int CurlChunkBegin(in CurlFile file, nint user, int remains);

[NativeLibrary("benchmarktest")]
internal static partial class NamedShapes
{
    [NativeFunction("checkout_run")] internal static partial int Checkout(GitCheckoutOptions options, Span<byte> target, int size);
    [NativeFunction("buffer_set")] internal static partial int Set(GitBuffer buffer, string text);
    [NativeFunction("buffer_dispose")] internal static partial void Dispose(GitBuffer buffer);
    [NativeFunction("fileinfo_each")] internal static partial int Each(CurlChunkBegin begin, nint user);
}
