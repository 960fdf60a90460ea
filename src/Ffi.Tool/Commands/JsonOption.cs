using System.CommandLine;

namespace Ffi.Tool.Commands;

/// <summary><c>--json</c>, which each command has.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Write the result as JSON." };
}
