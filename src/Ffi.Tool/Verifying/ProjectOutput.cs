using System.Diagnostics;
using System.Text.Json;
using Ffi.Tool.Output;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Verifying;

/// <summary>What a project is built to, and the digests that it names.</summary>
/// <param name="Assembly">The assembly's file.</param>
/// <param name="Digests">The project's digests.</param>
internal sealed record ProjectOutput(string Assembly, IReadOnlyList<string> Digests)
{
    private static readonly string[] s_extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Whether a file is a project's.</summary>
    public static bool IsProject(string file) => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>Builds a project and asks MSBuild where its assembly is.</summary>
    public static (ProjectOutput? Output, Problem? Problem) Build(string project, bool noBuild)
    {
        if (!File.Exists(project))
        {
            return (null, new Problem($"There is no file {project}."));
        }

        if (!noBuild && Dotnet("build", project, "-nologo", "-v:q", "-clp:ErrorsOnly") is { Code: not 0 } failed)
        {
            return (null, new Problem($"{project} doesn't build.\n{failed.Output.Trim()}"));
        }

        (int code, string output) = Ask(project);
        if (code == 0 && Read(output) is { Assembly.Length: > 0 } first)
        {
            return Checked(project, first);
        }

        // A project for several frameworks has an assembly for each; the declarations are mostly the same.
        string? framework = code == 0 ? Frameworks(output).FirstOrDefault() : null;
        (code, output) = framework is null ? (code, output) : Ask(project, "-p:TargetFramework=" + framework);
        return code == 0 && Read(output) is { Assembly.Length: > 0 } second
            ? Checked(project, second)
            : (null, new Problem($"{project} doesn't name its assembly.\n{output.Trim()}"));
    }

    private static (ProjectOutput?, Problem?) Checked(string project, ProjectOutput output) => File.Exists(output.Assembly)
        ? (output, null)
        : (null, new Problem($"{project} is not built: there is no file {output.Assembly}. Leave out --no-build."));

    private static (int Code, string Output) Ask(string project, params string[] more) =>
        Dotnet([
            "msbuild", project, "-nologo", "-getProperty:TargetPath", "-getProperty:TargetFrameworks", "-getItem:AdditionalFiles",
            "-getItem:FfiHeader",
            .. more,
        ]);

    private static ProjectOutput Read(string json)
    {
        using JsonDocument answer = JsonDocument.Parse(json);
        string target = answer.RootElement.GetProperty("Properties").GetProperty("TargetPath").GetString() ?? "";
        IEnumerable<string> files = answer.RootElement.GetProperty("Items").TryGetProperty("AdditionalFiles", out JsonElement items)
            ? items.EnumerateArray().Select(static item => item.GetProperty("FullPath").GetString() ?? "")
            : [];
        IEnumerable<string> named = answer.RootElement.GetProperty("Items").TryGetProperty("FfiHeader", out JsonElement headers)
            ? headers
                .EnumerateArray()
                .Select(static item =>
                    Path.GetExtension(item.GetProperty("Identity").GetString()) == DigestSource.Extension
                        ? item.GetProperty("FullPath").GetString()!
                        : item.GetProperty("Identity").GetString()!)
            : [];
        return new ProjectOutput(target, [.. files.Where(static file => Path.GetExtension(file) == DigestSource.Extension).Concat(named)]);
    }

    private static string[] Frameworks(string json)
    {
        using JsonDocument answer = JsonDocument.Parse(json);
        return (answer.RootElement.GetProperty("Properties").GetProperty("TargetFrameworks").GetString() ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static (int Code, string Output) Dotnet(params string[] arguments)
    {
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet",
            arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A tool that runs inside a build must not hand that build's settings on.
        foreach (
            string name in start
                .Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
    }
}
