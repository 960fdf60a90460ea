using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>Programs that reference the package, and are run.</summary>
public sealed class ConsoleTests : IDisposable
{
    private const string Program = """
        using Ffi;

        Console.WriteLine(LibC.Abs(-5));
        Console.WriteLine(LibC.Length("häuser"));

        int[] numbers = [3, 1, 2];
        LibC.Sort(numbers, 3, sizeof(int), (in int left, in int right) => right.CompareTo(left));
        Console.WriteLine(string.Join(' ', numbers));

        using NativeModule module = NativeModule.Load("m");
        Func<double, double, double> pow = module.GetFunction<Func<double, double, double>>("pow");
        Console.WriteLine($"{pow(2, 10)} {NativeDelegate.PathOf(pow)}");
        Console.WriteLine(NativeCall.Invoke(module.GetSymbol("pow"), NativeType.Double, [2.0, 3.0]).ToString());

        public delegate int CompareNumbers(in int left, in int right);

        [NativeLibrary("c")]
        public static partial class LibC
        {
            [NativeFunction("abs")] public static partial int Abs(int n);
            [NativeFunction("strlen")] public static partial nuint Length(string text);
            [NativeFunction("qsort")] public static partial void Sort(Span<int> items, nuint count, nuint size, CompareNumbers compare);
        }
        """;

    private const string Printed = """
        5
        7
        3 2 1
        1024 Direct
        double 8
        """;

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixFact]
    public async Task AConsoleProgram_Calls() =>
        Assert.Equal(
            Printed,
            await _consumer
                .WriteProject("app.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")
                .Write("Program.cs", Program)
                .Run());

    [UnixFact]
    public async Task AProgramForArm64_IsPublishedLikeAnyOther()
    {
        _consumer.WriteProject("app.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Write("Program.cs", Program);

        CommandResult published = await _consumer.Dotnet(
            "publish", "-r", "linux-arm64", "--self-contained", "false", "-o", "published", "-v", "q", "--nologo");

        Assert.True(published.ExitCode == 0, published.Output + published.Error);
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0xB7, File.ReadAllBytes(_consumer.PathOf("published/app"))[18]); // e_machine of elf.h: EM_AARCH64
        Assert.True(File.Exists(_consumer.PathOf("published/Ffi.dll")));
    }

    [UnixFact]
    public async Task AProjectWithoutRunTimeMarshalling_Calls() => Assert.Equal(
        Printed,
        await _consumer
            .WriteProject("app.csproj")
            .Write("Program.cs", Program)
            .Write("AssemblyInfo.cs", "[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]")
            .Run());

    [UnixFact]
    public async Task AProjectWithInterceptorsOff_BindsAtRunTime_AndIsToldSo()
    {
        _consumer
            .WriteProject("app.csproj", "<InterceptorsNamespaces></InterceptorsNamespaces>")
            .Write("Program.cs", Program)
            // What is an information stays out of a build's output.
            .Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.FFI2101.severity = warning\n");

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");
        Assert.Equal(0, build.ExitCode);
        Assert.Contains(
            "warning FFI2101: 'GetFunction' compiles its trampoline at run time: interceptors are off.",
            build.Output,
            StringComparison.Ordinal);
        Assert.Equal(Printed.Replace("Direct", "Dynamic", StringComparison.Ordinal), await _consumer.Run("--no-build"));
    }

    [UnixFact]
    public async Task AFileBasedProgram_Calls()
    {
        _consumer.Write("app.cs", $"""
            #:package Ffi@{FfiPackage.Version}
            #:property AllowUnsafeBlocks=true
            #:property PublishAot=false

            {Program}
            """);

        Assert.Equal(Printed, await _consumer.Run("app.cs"));
    }

    [UnixFact]
    public async Task AProgramOfTheOlderFramework_BuildsInItsOwnLanguage()
    {
        _consumer
            .WriteProject("app.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", framework: "net9.0")
            .Write("Program.cs", Program);

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(Printed, await _consumer.Run("--no-build", "--roll-forward", "Major"));
    }

    [UnixFact]
    public async Task AMistake_IsExplainedOnTheCommandLine()
    {
        _consumer
            .WriteProject("app.csproj")
            .Write("Program.cs", Program.Replace("int Abs(int n)", "int Abs(object n)", StringComparison.Ordinal));

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error FFI0019: Parameter 'n' has type 'object', which C does not have.", build.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AnOldFramework_IsRefusedWhenPackagesAreRestored()
    {
        _consumer.WriteProject("app.csproj", framework: "net8.0").Write("Program.cs", Program);

        CommandResult restore = await _consumer.Dotnet("restore", "-v", "q", "--nologo");

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains(
            $"error NU1202: Package Ffi {FfiPackage.Version} is not compatible with net8.0",
            restore.Output,
            StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AProjectWithoutUnsafeCode_IsToldWhatToSet()
    {
        _consumer.WriteProject("app.csproj", "<AllowUnsafeBlocks>false</AllowUnsafeBlocks>").Write("Program.cs", Program);

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "error FFI0006: The generated half of 'LibC' is unsafe code. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks>",
            build.Output,
            StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AVisualBasicProgram_BindsAtRunTime()
    {
        _consumer.WriteProject("app.vbproj").Write("Program.vb", """
            Imports Ffi

            Module Program
                Sub Main()
                    Using math = NativeModule.Load("m")
                        System.Console.WriteLine(math.GetFunction(Of System.Func(Of Double, Double))("cos")(0))
                    End Using
                End Sub
            End Module
            """);

        Assert.Equal("1", await _consumer.Run());
    }

    [UnixFact]
    public async Task AnOldLanguage_IsNamedInTheError()
    {
        _consumer.WriteProject("app.csproj", "<LangVersion>12</LangVersion>").Write("Program.cs", Program);

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "error FFI0032: The project is compiled as C# 12, but the code that Ffi generates is C# 13.",
            build.Output,
            StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task AProcessOf32Bits_IsNamedInTheError()
    {
        _consumer.WriteProject("app.csproj", "<PlatformTarget>x86</PlatformTarget>").Write("Program.cs", Program);

        CommandResult build = await _consumer.Dotnet("build", "-v", "q", "--nologo");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error FFI0052: The project is built for a 32-bit process (x86 )", build.Output, StringComparison.Ordinal);
    }
}
