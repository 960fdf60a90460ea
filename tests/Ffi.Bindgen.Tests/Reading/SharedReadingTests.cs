using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Bindgen.Tests.Reading;

/// <summary>A header that doesn't look at its processor is read once for each system, and gives the same digest.</summary>
public sealed class SharedReadingTests
{
    [Theory]
    [InlineData("int f(int a);", true)]
    [InlineData("/* __x86_64__ */ int f(void); // __aarch64__", true)]
    [InlineData("#if defined(_WIN64) || defined(__LP64__) || (defined(__x86_64__) && !defined(__ILP32__))\n#define WIDE 1\n#endif", true)]
    [InlineData("#elif defined(__ANDROID__) && defined(__ARM_ARCH) && __ARM_ARCH >= 7 && defined(__ARM_32BIT_STATE)", true)]
    [InlineData("#if defined(__x86_64__) || \\\n    defined(__aarch64__)", true)]
    [InlineData("#if defined(__x86_64__) || defined(UNKNOWN)", false)]
    [InlineData("#ifdef __aarch64__", false)]
    [InlineData("#  ifndef __x86_64__", false)]
    [InlineData("#if __SIZEOF_LONG__ == 8", false)]
    [InlineData("#if !defined(__x86_64)", false)]
    [InlineData("#define LANES __ARM_NEON", false)]
    [InlineData("void f(va_list arguments);", false)]
    [InlineData("long  double f(void);", false)]
    [InlineData("struct s { wchar_t *name; };", false)]
    [InlineData("#define EURO '\\x80'", false)]
    [InlineData("#define LAST ((char)255)", false)]
    public void WhatLooksAtTheProcessor_IsSeen(string text, bool isSame) =>
        Assert.Equal(isSame, ProcessorWords.SaysTheSame(text, isStub: false, Platform.LinuxX64, Platform.LinuxArm64));

    [CorpusTheory]
    [InlineData("vulkan")]
    [InlineData("zlib")]
    [InlineData("sqlite3")]
    [InlineData("libgit2")]
    [InlineData("glfw")]
    [InlineData("lmdb")]
    public void Digest_IsThatOfEachPlatformByItself(string library)
    {
        ReadRequest request = CorpusLibrary.Of(library).Request;
        HeaderDigest together = Read(request);
        HeaderDigest apart = DigestMerger.Merge([
            .. request.Platforms.Select(platform => Read(request with { Platforms = PlatformSet.Of(platform) })),
        ]);

        Assert.Equal(DigestWriter.Write(apart).Split('\n'), DigestWriter.Write(together).Split('\n'));
    }

    [CorpusTheory, InlineData("vulkan_core.h"), InlineData("vk_platform.h"), InlineData("vulkan.h")]
    public void Vulkan_IsReadOnceForASystem(string header)
    {
        string text = File.ReadAllText("/usr/include/vulkan/" + header);
        Assert.True(ProcessorWords.SaysTheSame(text, isStub: false, Platform.LinuxX64, Platform.LinuxArm64));
        Assert.True(ProcessorWords.SaysTheSame(text, isStub: false, Platform.WinX64, Platform.WinArm64));
    }

    private static HeaderDigest Read(ReadRequest request)
    {
        ReadResult result = HeaderReader.Read(request);
        Assert.Empty(result.Problems);
        return result.Digest!;
    }
}
