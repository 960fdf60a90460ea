using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Program.Writing;

/// <summary>The C# side of a set by one path, in a namespace of its own.</summary>
/// <param name="SetName">The set, whose name is also that of its C library.</param>
internal sealed record PathSources(CallPath Path, string SetName, CaseSet Set)
{
    /// <summary>The namespace. It must not be the name of a type that the sources use, such as <c>NativeCall</c>.</summary>
    public string Space { get; init; } = Path.ToString()!;

    public string Text => CSharpSource.Write(Set, Path, SetName, runtimeMarshalling: true, Space);
}
