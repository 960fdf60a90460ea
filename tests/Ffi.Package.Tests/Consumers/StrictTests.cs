using Ffi.Generators.Tests.Surroundings;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>The strictest project that the SDK can be asked for, and in it all programs that could trouble generated code.</summary>
public sealed class StrictTests : IDisposable
{
    private const string Strictest = """
        <OutputType>Library</OutputType>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <WarningLevel>9999</WarningLevel>
        <Features>strict</Features>
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
        """;

    private const string AssemblyInfo = """
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Runtime.InteropServices.Marshalling;
        global using Ffi;
        [assembly: System.CLSCompliant(true)]
        [assembly: DisableRuntimeMarshalling]
        """;

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [Fact]
    public async Task NobodyComplains_OfGeneratedFiles()
    {
        _consumer.WriteProject("strict.csproj", Strictest).Write("AssemblyInfo.cs", AssemblyInfo);
        for (int index = 0; index < Programs.All.Length; index++)
        {
            string program = string.Join(
                '\n',
                Programs.All[index].Split('\n').Where(static line => !line.StartsWith("[assembly:", StringComparison.Ordinal)));
            _consumer.Write($"P{index}.cs", $"namespace P{index}\n{{\n{program}\n}}");
        }

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        Assert.DoesNotContain((build.Output + build.Error).Split('\n'), static line => line.Contains(".g.cs(", StringComparison.Ordinal));
        Assert.True(build.ExitCode == 0, build.Output);
    }
}
