namespace Ffi.Bindgen.Clang;

/// <summary>The options of <c>enum CXTranslationUnit_Flags</c> that are used.</summary>
[Flags]
internal enum ParseOptions : uint
{
    None = 0,

    /// <summary>Keeps macros and inclusions as nodes of the tree.</summary>
    DetailedPreprocessingRecord = 1,

    SkipFunctionBodies = 0x40,

    /// <summary>Goes on behind an include that is not found, so that one run names all of them.</summary>
    KeepGoing = 0x200,
}
