namespace Ffi.Bindgen.Clang;

/// <summary><c>enum CXEvalResultKind</c>: what an initializer comes to.</summary>
internal enum EvaluationKind
{
    None = 0,
    Integer = 1,
    Float = 2,
    Text = 4,
}
