using Ffi.Package.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>A library that binds, and a program that knows only the library.</summary>
public sealed class LibraryTests : IDisposable
{
    private const string Library = """
        using Ffi;

        namespace Binding;

        [NativeLibrary("m")]
        public static partial class LibM
        {
            [NativeFunction("cos")] public static partial double Cos(double x);
        }
        """;

    // What the program binds itself takes the package's switches, which come to it through the library.
    private const string Program = """
        using System;
        using Ffi;

        Console.WriteLine(Binding.LibM.Cos(0));
        using NativeModule module = NativeModule.Load("m");
        Console.WriteLine(NativeDelegate.PathOf(module.GetFunction<Func<double, double>>("sin")));
        """;

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixTheory]
    [InlineData("", "1\nDirect")]
    [InlineData("<InterceptorsNamespaces></InterceptorsNamespaces>", "1\nDynamic")]
    public async Task AProgramBehindALibrary_BindsAtCompileTime_UnlessItSwitchesThatOff(string properties, string printed)
    {
        _consumer
            .WriteProject("binding/binding.csproj", "<OutputType>Library</OutputType>")
            .Write("binding/LibM.cs", Library)
            .Write("app/app.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                    {properties}
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../binding/binding.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .Write("app/Program.cs", Program);

        Assert.Equal(printed, await _consumer.Run("--project", "app"));
    }
}
