using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Testing;

/// <summary>A library whose headers the tests read, from a package of Debian's.</summary>
/// <param name="Name">What tests call it.</param>
/// <param name="Package">The package of its headers.</param>
/// <param name="Header">The header, as a program includes it.</param>
internal sealed record CorpusLibrary(string Name, string Package, string Header)
{
    /// <summary>Where it keeps its headers, if not in the folder for all.</summary>
    public string? Folder { get; init; }

    /// <summary>Macros that it asks for.</summary>
    public string[] Defines { get; init; } = [];

    /// <summary>What a C program includes first.</summary>
    public string Prelude { get; init; } = "";

    /// <summary>Where it can be used.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>Why mingw's compiler doesn't take the headers, which Debian configured for Linux; null if it does.</summary>
    public string? NotForMingw { get; init; }

    /// <summary>Debian 12's libraries, of every kind: handles, callbacks, bitfields, unions, thousands of functions, thousands of
    /// macros.</summary>
    public static IReadOnlyList<CorpusLibrary> All { get; } =
    [
        new("sqlite3", "libsqlite3-dev", "sqlite3.h"),
        new("zlib", "zlib1g-dev", "zlib.h"),
        new("curl", "libcurl4-openssl-dev", "curl/curl.h"),
        new("libgit2", "libgit2-dev", "git2.h"),
        new("sodium", "libsodium-dev", "sodium.h"),
        new("libuv", "libuv1-dev", "uv.h"),
        new("vulkan", "libvulkan-dev", "vulkan/vulkan.h"),
        new("SDL2", "libsdl2-dev", "SDL.h") { Folder = "/usr/include/SDL2" },
        new("libarchive", "libarchive-dev", "archive.h"),
        new("libxml2", "libxml2-dev", "libxml/parser.h")
        {
            Folder = "/usr/include/libxml2",
            NotForMingw = "its header includes iconv.h, which is not mingw's",
        },
        new("openssl", "libssl-dev", "openssl/ssl.h")
        {
            NotForMingw = "Configured for a long of 64 bits, which makes the shift of BN_TBIT undefined.",
        },
        new("freetype", "libfreetype-dev", "freetype/freetype.h") { Folder = "/usr/include/freetype2", Prelude = "#include <ft2build.h>" },
        new("avcodec", "libavcodec-dev", "libavcodec/avcodec.h"),
        new("avformat", "libavformat-dev", "libavformat/avformat.h"),
        // It asks for gcc 7, and clang says that it is 4.
        new("gsl", "libgsl-dev", "gsl/gsl_matrix.h") { Defines = ["GSL_COMPLEX_LEGACY=1"] },
        new("alsa", "libasound2-dev", "alsa/asoundlib.h") { Platforms = PlatformSet.All.Except(PlatformNames.Find("win")) },
        new("lmdb", "liblmdb-dev", "lmdb.h"),
        new("zstd", "libzstd-dev", "zstd.h"),
        new("bzip2", "libbz2-dev", "bzlib.h"),
        new("lzma", "liblzma-dev", "lzma.h"),
        new("png", "libpng-dev", "png.h"),
        new("jpeg", "libjpeg62-turbo-dev", "jpeglib.h") { Prelude = "#include <stdio.h>" },
        new("tiff", "libtiff-dev", "tiffio.h"),
        new("pcre2", "libpcre2-dev", "pcre2.h") { Defines = ["PCRE2_CODE_UNIT_WIDTH=8"] },
        new("glfw", "libglfw3-dev", "GLFW/glfw3.h") { Defines = ["GLFW_INCLUDE_NONE"] },
        new("usb", "libusb-1.0-0-dev", "libusb-1.0/libusb.h"),
        new("expat", "libexpat1-dev", "expat.h"),
        new("lz4", "liblz4-dev", "lz4.h"),
        new("fftw3", "libfftw3-dev", "fftw3.h"),
        new("hiredis", "libhiredis-dev", "hiredis/hiredis.h"),
        new("jansson", "libjansson-dev", "jansson.h"),
        new("opus", "libopus-dev", "opus/opus.h"),
        new("zmq", "libzmq3-dev", "zmq.h"),
        new("webp", "libwebp-dev", "webp/decode.h"),
        new("ssh2", "libssh2-1-dev", "libssh2.h"),
        new("libclang", "libclang-14-dev", "clang-c/Index.h") { Folder = "/usr/lib/llvm-14/include" },
    ];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(static library => library.Name)];

    public static CorpusLibrary Of(string name) => All.Single(library => library.Name == name);

    /// <summary>Whether the headers are on this machine.</summary>
    public bool IsInstalled => s_folders.Prepend(Folder).Any(folder => folder is not null && File.Exists(Path.Combine(folder, Header)));

    private static readonly string[] s_folders = ["/usr/include", "/usr/include/x86_64-linux-gnu"];

    public ReadRequest Request => new()
    {
        Headers = [Header],
        IncludeFolders = Folder is null ? [] : [Folder],
        Defines = Defines,
        Platforms = Platforms,
    };

    /// <summary>What a C program that uses the library includes.</summary>
    public string Includes =>
        string.Concat(Defines.Select(static define => $"#define {define.Replace('=', ' ')}\n")) + $"{Prelude}\n#include <{Header}>\n";
}
