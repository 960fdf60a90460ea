using Ffi.Tests.Testing;

namespace Ffi.Porting.Tests;

public sealed class ConversionTests
{
    [Fact]
    public void NativeFunctions_AreTheLibraryImports_ButForTheAttributesName() =>
        Assert.Equal(Conversion.ToNativeFunctions(TextOf("LibraryImports.cs")), TextOf("NativeFunctions.cs"));

    private static string TextOf(string file) =>
        File.ReadAllText(Repository.PathOf($"tests/Ffi.Porting.Tests/{file}")).ReplaceLineEndings("\n");
}
