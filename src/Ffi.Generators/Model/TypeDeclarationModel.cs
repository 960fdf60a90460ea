namespace Ffi.Generators.Model;

/// <summary>One type of the nest that a library is in.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name, without <c>@</c>.</param>
/// <param name="IsPartial">Whether all its declarations are partial.</param>
/// <param name="TypeParameters">The list of its type parameters, such as <c>&lt;T&gt;</c>; empty if it has none.</param>
/// <param name="IsRefStruct">Whether it is a <c>ref struct</c>.</param>
/// <param name="IsStatic">Whether it is a static class.</param>
/// <param name="IsFileLocal">Whether no other file can see it.</param>
internal sealed record TypeDeclarationModel(
    string Keyword,
    string Name,
    bool IsPartial,
    string TypeParameters,
    bool IsRefStruct,
    bool IsStatic,
    bool IsFileLocal = false)
{
    public bool IsGeneric => TypeParameters.Length > 0;
}
