namespace Ffi.Generators.Model;

/// <summary>What attributes say of who owns a parameter or a result, and until when.</summary>
/// <param name="IsRetained">Whether native code keeps it after the call.</param>
/// <param name="RetainedUntil">The symbol whose call ends that; null if none is named.</param>
/// <param name="IsFreed">Whether the call ends its life.</param>
/// <param name="BorrowedFrom">The parameter that owns the memory it points into; null if none is named.</param>
/// <param name="InvalidatedBy">The symbols whose calls end that.</param>
/// <param name="FreedWith">The symbol that frees it; null if the caller does not own it.</param>
/// <param name="FreeLibrary">The library that has that symbol; null if it is the function's own.</param>
internal sealed record OwnershipModel(
    bool IsRetained,
    string? RetainedUntil,
    bool IsFreed,
    string? BorrowedFrom,
    EquatableArray<string> InvalidatedBy,
    string? FreedWith,
    LibraryNameModel? FreeLibrary = null);
