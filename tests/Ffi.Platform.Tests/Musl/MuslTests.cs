using Ffi.Platform.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Platform.Tests.Musl;

/// <summary>Some tests of the runtime once more, as a program for musl.</summary>
public sealed class MuslTests(ITestOutputHelper output)
{
    // What depends on the C library: text, errno, handles, callbacks on its threads, names of libraries.
    private static readonly string[] s_parts =
    [
        "Ffi.Tests.Text", "Ffi.Tests.Errors", "Ffi.Tests.Handles", "Ffi.Tests.Callbacks", "Ffi.Tests.Libraries", "Ffi.Tests.Variadics",
    ];

    [MuslTheory, InlineData("")]
    public async Task TestsOfTheRuntime_PassOnMusl(string publishAs)
    {
        string folder = await Published.Publish("Ffi.Tests.Aot", "linux-musl-x64", publishAs);
        CommandResult result = await MuslPrograms.Run(folder, "Ffi.Tests.Aot", s_parts);

        output.WriteLine(ProgramLog.Of(result));
        Assert.True(result.ExitCode == 0, ProgramLog.Of(result));
        PlatformTable.Confirm(
            "linux-musl-x64",
            PublishedAs.Describe(publishAs),
            "text, errno, handles, callbacks, library names, variadic functions",
            result.Output);
    }
}
