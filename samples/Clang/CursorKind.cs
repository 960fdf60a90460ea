namespace Clang;

/// <summary>The few of <c>enum CXCursorKind</c> that the sample tells apart.</summary>
internal enum CursorKind
{
    Struct = 2,
    Field = 6,
    Function = 8,
    Variable = 9,
    Parameter = 10,
    Call = 103,
}
