using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>A static library type, bound by name.</summary>
internal sealed class StaticLibraryPath : CallPath
{
    public override string Members(CaseSet set, string library) => $$"""
            [NativeLibrary(@"{{library}}")]
            static partial class Library
            {
        {{string.Join("\n", set.Cases.Select(Declare))}}
            }
        """;

    public override string Call(AbiCase function) => $"Library.{function.Symbol}({NamedArguments(function)})";

    private static string Declare(AbiCase function) => $"        [NativeFunction] internal static unsafe partial {function};";
}
