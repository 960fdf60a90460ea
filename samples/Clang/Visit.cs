namespace Clang;

/// <summary><c>enum CXChildVisitResult</c>: what the visitor wants next.</summary>
internal enum Visit
{
    /// <summary>Nothing more. What C gets when the visitor throws.</summary>
    Break,

    /// <summary>The node's next sibling.</summary>
    Continue,

    /// <summary>The node's children.</summary>
    Recurse,
}
