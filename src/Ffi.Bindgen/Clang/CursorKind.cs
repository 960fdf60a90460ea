namespace Ffi.Bindgen.Clang;

/// <summary>The kinds of <c>enum CXCursorKind</c> that C headers have and that are read. Their numbers are the same from libclang 14 to
/// 22.</summary>
internal enum CursorKind
{
    Struct = 2,
    Union = 3,
    Enum = 5,
    Field = 6,
    EnumConstant = 7,
    Function = 8,
    Variable = 9,
    Parameter = 10,
    Typedef = 20,
    UnexposedAttribute = 400,
    AnnotateAttribute = 406,
    AsmLabelAttribute = 407,
    LastAttribute = 499,
    MacroDefinition = 501,
    InclusionDirective = 503,
}
