using Ffi.Tests.Testing;

namespace Ffi.Oracles.Tests;

/// <summary>Runs an ending of <see cref="Program"/> in a process of its own, which may die of it.</summary>
internal static class ChildProcess
{
    // A core file of each would fill the disk.
    public static int ExitCodeOf(string ending) => Command
        .Run(Environment.ProcessPath!, ["exec", typeof(ChildProcess).Assembly.Location, ending], environment: "DOTNET_DbgEnableMiniDump=0")
        .GetAwaiter().GetResult().ExitCode;
}
