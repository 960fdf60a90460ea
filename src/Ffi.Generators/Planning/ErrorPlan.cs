namespace Ffi.Generators.Planning;

/// <summary>What becomes of the error number that the call leaves.</summary>
/// <param name="SystemError">The local that reads it.</param>
/// <param name="Number">The local or <c>out</c> parameter that it is read into.</param>
/// <param name="IsParameter">Whether that is a parameter.</param>
/// <param name="IsKept">Whether it is also kept for <c>Marshal.GetLastPInvokeError</c>.</param>
/// <param name="Scope">The local that keeps it there at the end of all, where something is released that may make calls of its own; null
/// elsewhere.</param>
internal sealed record ErrorPlan(string SystemError, string Number, bool IsParameter, bool IsKept, string? Scope = null);
