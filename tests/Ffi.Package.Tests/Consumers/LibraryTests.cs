using Ffi.Package.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>A library that binds, and a program that knows only the library.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixFact]
    public async Task AProgram_CallsThroughALibrary()
    {
        _consumer
            .WriteProject("binding/binding.csproj", "<OutputType>Library</OutputType>")
            .Write("binding/LibM.cs", """
                using Ffi;

                namespace Binding;

                [NativeLibrary("m")]
                public static partial class LibM
                {
                    [NativeFunction("cos")] public static partial double Cos(double x);
                }
                """)
            .Write("app/app.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../binding/binding.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .Write("app/Program.cs", "System.Console.WriteLine(Binding.LibM.Cos(0));");

        Assert.Equal("1", await _consumer.Run("--project", "app"));
    }
}
