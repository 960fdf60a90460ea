namespace Ffi.Bindgen.Clang;

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

/// <summary>Sees one node of the tree and the node it is in: two structs of 32 bytes, by value.</summary>
internal delegate Visit Visitor(Cursor cursor, Cursor parent, nint user);

/// <summary>Sees one field of a record.</summary>
/// <returns><c>enum CXVisitorResult</c>: 0 to stop, 1 to go on.</returns>
internal delegate int FieldVisitor(Cursor field, nint user);
