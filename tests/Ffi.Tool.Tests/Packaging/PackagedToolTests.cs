using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests.Packaging;

/// <summary>The packed tool, installed and run where there is neither compiler nor system header.</summary>
public sealed class PackagedToolTests(PackagedTool packages) : IClassFixture<PackagedTool>
{
    private static readonly string[] s_install = ["tool", "install", "Ffi.Tool", "--tool-path", "tools"];

    [NamespacesFact]
    public async Task InstalledTool_ReadsAndVerifies_WithoutCompilerAndSystemHeaders()
    {
        using WorkFolder folder = new(("box.h", """
            #include <stdint.h>
            #include <stdio.h>
            #include <sys/types.h>
            #include <time.h>
            int box_count(FILE *file, size_t *count);
            time_t box_time(off_t offset, uint64_t id);
            """));
        packages.WriteSourcesTo(folder.Path);
        CSharpAssembly.Build(
            folder,
            "Acme",
            "static class Native { [DllImport(\"box\")] static extern int box_count(IntPtr file, out int count); [DllImport(\"lmdb\")] static extern void mdb_cursor_close(IntPtr cursor); }"
        );

        await Run(folder, 0, "dotnet", s_install);
        // Nothing is left of the system's headers.
        Assert.Empty((await packages.RunBare(folder.Path, "/bin/ls", "/usr/include")).Output);
        string read = await Run(folder, 0, "tools/ffi", "read", "box.h");
        string verified = await Run(folder, 1, "tools/ffi", "verify", "Acme.dll", "--digest", "box.ffi-header");
        string known = await Run(folder, 0, "tools/ffi", "verify", "Acme.dll");

        Assert.Contains("2 functions", read, StringComparison.Ordinal);
        Assert.Contains(
            "function box_time(offset: off_t, id: u64) -> time_t at box.h:6\n",
            folder.Read("box.ffi-header"),
            StringComparison.Ordinal);
        Assert.Contains(
            "platforms  linux-x64 linux-arm64 win-x64 win-arm64 osx-arm64\n",
            folder.Read("box.ffi-header"),
            StringComparison.Ordinal);
        Assert.Contains("Acme.cs(2,91): error FFI3004: ", verified, StringComparison.Ordinal);
        Assert.Matches("with +lmdb 0\\.9\\.24", known);
    }

    [NamespacesFact]
    public async Task FromInstallToAQuery_InThreeCommands()
    {
        using WorkFolder folder = new(
            ("sqlite3.h", await File.ReadAllTextAsync("/usr/include/sqlite3.h")),
            ("query.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Ffi" Version="0.1.0" />
                  </ItemGroup>
                </Project>
                """),
            ("Program.cs", """
                using Acme.Sqlite;

                Sqlite3.Open(":memory:", out Sqlite3Handle database);
                using (database)
                {
                    ReadOnlySpan<byte> query = "select 6 * 7"u8;
                    Sqlite3.PrepareV2(database, query, query.Length, out Stmt statement, default);
                    using (statement)
                    {
                        Sqlite3.Step(statement);
                        Console.WriteLine(Sqlite3.ColumnInt(statement, 0));
                    }
                }
                """));
        packages.WriteSourcesTo(folder.Path);

        await Run(folder, 0, "dotnet", s_install);
        await Run(folder, 0, "tools/ffi", "bind", "sqlite3.h", "--library", "sqlite3", "--namespace", "Acme.Sqlite");
        string answer = await Run(folder, 0, "dotnet", "run");

        Assert.Equal("42\n", answer);
    }

    [NamespacesFact]
    public async Task NativeHeader_IsBoundByTheBuild_WhenItChanges()
    {
        using WorkFolder folder = new(
            ("native/maths.h", "#include \"maths_more.h\"\ndouble cos(double x);\n"),
            ("native/maths_more.h", "double floor(double x);\n"),
            ("app.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <RootNamespace>Acme</RootNamespace>
                    <FfiCommand>tools/ffi</FfiCommand>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Ffi" Version="0.1.0" />
                    <NativeHeader Include="native/maths.h" Library="m" Class="Maths" />
                  </ItemGroup>
                </Project>
                """),
            ("Program.cs", "Console.WriteLine(Acme.Maths.Floor(2.5) + Acme.Maths.Cos(0));"));
        packages.WriteSourcesTo(folder.Path);
        await Run(folder, 0, "dotnet", s_install);

        Assert.Equal("3\n", await Run(folder, 0, "dotnet", "run"));
        Assert.Equal(["Maths.g.cs"], Directory.GetFiles(folder.Path, "Maths.g.cs", SearchOption.AllDirectories).Select(Path.GetFileName));
        DateTime written = File.GetLastWriteTimeUtc(folder.PathOf("obj/Debug/net10.0/ffi/bound"));
        await Run(folder, 0, "dotnet", "build", "--no-restore");
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.PathOf("obj/Debug/net10.0/ffi/bound")));

        // A header behind the one that the project names.
        folder.Write("native/maths_more.h", "double ceil(double x);\n");
        folder.Write("Program.cs", "Console.WriteLine(Acme.Maths.Ceil(2.5) + Acme.Maths.Cos(0));");
        Assert.Equal("4\n", await Run(folder, 0, "dotnet", "run", "--no-restore"));

        // What the program declares by hand is left out, and compared with the header.
        folder.Write(
            "Mine.cs",
            "namespace Acme; public static unsafe partial class Maths { [Ffi.NativeFunction(\"cos\")] public static partial double Cosine(double x); }"
        );
        folder.Write("Program.cs", "Console.WriteLine(Acme.Maths.Ceil(2.5) + Acme.Maths.Cosine(0) + 1);");
        Assert.Equal("5\n", await Run(folder, 0, "dotnet", "run", "--no-restore"));
        folder.Write(
            "Mine.cs",
            "namespace Acme; public static unsafe partial class Maths { [Ffi.NativeFunction(\"cos\")] public static partial double Cosine(float x); }"
        );
        Assert.Contains("FFI3003", await Run(folder, 1, "dotnet", "build", "--no-restore"), StringComparison.Ordinal);
        File.Delete(folder.PathOf("Mine.cs"));

        // An editor, on a machine without the command.
        folder.Write("native/maths_more.h", "double fabs(double x);\n");
        string items = await Run(
            folder, 0, "dotnet", "msbuild", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:FfiCommand=no/such", "-getItem:Compile");
        Assert.Contains("ffi/m/Maths.g.cs", items, StringComparison.Ordinal);
    }

    [NamespacesFact]
    public void Packages_AreOneForEachPlatform_AndOneWithoutLibclang()
    {
        Assert.Contains("tools/net10.0/linux-x64/libclang.so", packages.FilesOf("Ffi.Tool.linux-x64"));
        Assert.DoesNotContain(packages.FilesOf("Ffi.Tool.any"), static file => file.Contains("libclang.so", StringComparison.Ordinal));
        Assert.Contains("tools/net10.0/any/headers/sqlite3.ffi-header", packages.FilesOf("Ffi.Tool.any"));
        Assert.Contains("tools/net10.0/linux-x64/headers/sqlite3.ffi-header", packages.FilesOf("Ffi.Tool.linux-x64"));
        Assert.DoesNotContain(packages.FilesOf("Ffi.Tool"), static file => file.EndsWith(".dll", StringComparison.Ordinal));
    }

    private async Task<string> Run(WorkFolder folder, int exitCode, string program, params string[] arguments)
    {
        CommandResult result = await packages.RunBare(folder.Path, program, arguments);
        Assert.True(
            result.ExitCode == exitCode,
            $"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}{result.Error}");
        return result.Output;
    }
}
