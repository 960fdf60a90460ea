using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>An instance library type, whose symbols come from a module.</summary>
internal sealed class InstanceLibraryPath : CallPath
{
    public override string Members(CaseSet set, string library) => $$"""
            static readonly Library library = new Library(NativeModule.Load(@"{{library}}"));

            [NativeLibrary]
            sealed partial class Library
            {
        {{string.Join("\n", set.Cases.Select(Declare))}}
            }
        """;

    public override string Call(AbiCase function) => $"library.{function.Symbol}({NamedArguments(function)})";

    private static string Declare(AbiCase function) => $"        [NativeFunction] internal unsafe partial {function};";
}
