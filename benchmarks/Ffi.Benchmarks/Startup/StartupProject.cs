namespace Ffi.Benchmarks.Startup;

/// <summary>A program that binds a hundred functions and calls them once each, in one way, and says how long the first call took.</summary>
/// <param name="Folder">Where it is written; its own, outside any other project.</param>
/// <param name="Framework">Its target framework.</param>
/// <param name="Properties">How it is published, as MSBuild properties: on a command line they would hold for the libraries too.</param>
/// <param name="Way">How it binds.</param>
/// <param name="IsSystem">Whether it binds one function of a library of the system, and not the hundred of one beside it.</param>
/// <param name="PackageVersion">The version of Ffi's package that it references; null for the projects of the clone.</param>
internal sealed record StartupProject(
    string Folder, string Framework, string Properties, StartupWay Way, bool IsSystem, string? PackageVersion)
{
    /// <summary>Of how many functions it knows.</summary>
    public const int Functions = 100;

    private static readonly string[] s_types = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"];
    private static readonly string[] s_names = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"];
    private static readonly int[] s_arities = [1, 2, 3, 5, 10, 14, 15];

    /// <summary>Writes it.</summary>
    /// <param name="repository">The folder of <c>Ffi.sln</c>.</param>
    public void Write(string repository)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "Start.csproj"), Project(repository));
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), Program());
    }

    private string Project(string repository) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>{Framework}</TargetFramework>
            {Properties}
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {References(repository)}
          </ItemGroup>
        </Project>
        """;

    private string References(string repository) => PackageVersion is not null
        ? $"""<PackageReference Include="Ffi" Version="{PackageVersion}" />"""
        : $"""
            <ProjectReference Include="{repository}/src/Ffi/Ffi.csproj" />
            <ProjectReference Include="{repository}/src/Ffi.Generators/Ffi.Generators.csproj"
                              OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <ProjectReference Include="{repository}/src/Ffi.Analyzers/Ffi.Analyzers.csproj"
                              OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            """;

    private string Program()
    {
        (string Symbol, string Type, int Arity)[] functions =
        [
            .. from type in s_types.Zip(s_names) from arity in s_arities from what in (string[])["sum", "weigh"]
               select ($"{what}_{type.Second}_{arity}", type.First, arity),
        ];
        functions = IsSystem ? [("sqlite3_libversion_number", "int", 0)] : functions[..Functions];
        return $$"""
            using System.Diagnostics;
            using System.Runtime.InteropServices;

            int compiled = (int)System.Runtime.JitInfo.GetCompiledMethodCount(currentThread: true);
            long start = Stopwatch.GetTimestamp();
            long sum = (long)Sums.{{functions[0].Symbol}}({{Arguments(functions[0].Arity)}});
            long first = Stopwatch.GetTimestamp();
            compiled = (int)System.Runtime.JitInfo.GetCompiledMethodCount(currentThread: true) - compiled;
            {{string.Join('\n', functions.Skip(1).Select(static function => $"sum += (long)Sums.{function.Symbol}({Arguments(function.Arity)});"))}}
            long all = Stopwatch.GetTimestamp();
            Console.WriteLine($"{first - start} {all - start} {Stopwatch.Frequency} {compiled} {sum}");

            {{Way switch
            {
                StartupWay.NativeFunction => $"[Ffi.NativeLibrary(\"{Library}\")]",
                StartupWay.NativeImport => $"[Ffi.NativeLibrary(\"{Library}\", Binding = Ffi.NativeBinding.Import)]",
                _ => "",
            }}}
            internal static unsafe partial class Sums
            {
                {{(Way == StartupWay.RawPointer ? $"private static readonly nint s_library = NativeLibrary.Load(\"{Library}\", typeof(Sums).Assembly, null);" : "")}}
            {{string.Join('\n', functions.Select(Declaration))}}
            }
            """;
    }

    private string Declaration((string Symbol, string Type, int Arity) function)
    {
        string returned = IsSystem ? "int" : function.Type[0] is 'b' or 'u' ? "ulong" : "long";
        string header = $"{returned} {function.Symbol}({Parameters(function.Type, function.Arity)})";
        return Way switch
        {
            StartupWay.LibraryImport => $"    [LibraryImport(\"{Library}\")] internal static partial {header};",
            StartupWay.NativeFunction or StartupWay.NativeImport => $"    [Ffi.NativeFunction] internal static partial {header};",
            _ => $$"""
                    private static nint s_{{function.Symbol}};
                    internal static {{header}}
                    {
                        nint function = s_{{function.Symbol}};
                        if (function == 0)
                        {
                            s_{{function.Symbol}} = function = NativeLibrary.GetExport(s_library, "{{function.Symbol}}");
                        }

                        return ((delegate* unmanaged<{{string.Join(", ", Enumerable.Repeat(function.Type, function.Arity).Append(returned))}}>)function)({{Names(function.Arity)}});
                    }
                """,
        };
    }

    // The runtime's search knows no versions, so that whoever has no development package names the file.
    private string Library => !IsSystem ? "benchmarktest" : Way == StartupWay.NativeFunction ? "sqlite3" : "libsqlite3.so.0";

    private static string Parameters(string type, int arity) => string.Join(", ", Enumerable.Range(1, arity).Select(i => $"{type} a{i}"));

    private static string Names(int arity) => string.Join(", ", Enumerable.Range(1, arity).Select(i => $"a{i}"));

    private static string Arguments(int arity) => string.Join(", ", Enumerable.Range(1, arity));
}
