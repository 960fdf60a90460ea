using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>The project template, from its package, as a user gets it.</summary>
public sealed class TemplateTests : IDisposable
{
    // A name that is no identifier: folders and files keep it, namespaces can't.
    private const string Name = "Acme.Light-Sensors";

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixFact]
    public async Task FfiBindings_PassesItsTests_AndPacksNativeFiles()
    {
        // Templates of this user's own stay as they are.
        string[] hive = ["--debug:custom-hive", _consumer.PathOf("hive")];
        await Succeed(["new", "install", FfiPackage.TemplatesPath, .. hive]);
        await Succeed(["new", "ffi-bindings", "-n", Name, "--no-restore", .. hive]);
        _consumer.Write($"{Name}/src/{Name}/native/linux-x64/libsensors.so", "A library for one platform.");
        _consumer.Write($"{Name}/src/{Name}/native/win-x64/sensors.dll", "The same for another.");

        string tests = await Succeed("test", Name, "-c", "Release", "--nologo");
        await Succeed("pack", Name, "-c", "Release", "--no-build", "-o", _consumer.PathOf("packed"), "--nologo");

        Assert.Contains("Passed:     3", tests, StringComparison.Ordinal);
        string package = Assert.Single(Directory.GetFiles(_consumer.PathOf("packed")));
        IReadOnlyList<string> files = FfiPackage.FilesOf(package);
        Assert.Contains($"lib/net10.0/{Name}.dll", files);
        Assert.Contains("runtimes/linux-x64/native/libsensors.so", files);
        Assert.Contains("runtimes/win-x64/native/sensors.dll", files);
        // Beside the tests, too, where a declaration finds it before there is a package.
        Assert.True(
            File.Exists(_consumer.PathOf($"{Name}/tests/{Name}.Tests/bin/Release/net10.0/runtimes/linux-x64/native/libsensors.so")));
    }

    private async Task<string> Succeed(params string[] arguments)
    {
        CommandResult result = await _consumer.Dotnet(arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{result.Output}{result.Error}");
        return result.Output;
    }
}
