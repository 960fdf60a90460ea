namespace Ffi.Tests.Libraries;

public class LibraryVersionTests
{
    [Theory]
    [InlineData("libfoo.so.*", "libfoo.so.3 libfoo.so.12", "libfoo.so.12 libfoo.so.3")]
    [InlineData("libfoo.so.*", "libfoo.so.1.2.13 libfoo.so.1 libfoo.so.1.2.2", "libfoo.so.1 libfoo.so.1.2.13 libfoo.so.1.2.2")]
    [InlineData("libssl.so.*", "libssl.so.1.1 libssl.so.3", "libssl.so.3 libssl.so.1.1")]
    [InlineData("libfoo.so.*", "libfoo.so libfoo.so. libfoo.so.a libfoo.so.1a libfoo.so.-1 libfoo.so.1.debug libfoobar.so.4", "")]
    [InlineData("libfoo.*.dylib", "libfoo.2.dylib libfoo.10.dylib libfoo.dylib libfoo.bar.dylib", "libfoo.10.dylib libfoo.2.dylib")]
    [InlineData("libfoo.so.*", "libfoo.so.99999999999999999999 libfoo.so.20240101", "libfoo.so.20240101")]
    public void TheHighestVersionComesFirst_AndItsLinkBeforeIt(string pattern, string fileNames, string expected) =>
        Assert.Equal(expected, string.Join(' ', LibraryVersion.HighestFirst(pattern, fileNames.Split(' '))));
}
