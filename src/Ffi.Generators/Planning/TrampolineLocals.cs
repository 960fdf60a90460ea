namespace Ffi.Generators.Planning;

/// <summary>The names of a body's own locals, free of clashes with the parameters.</summary>
/// <param name="Function">The symbol's address.</param>
/// <param name="Symbols">The symbol table of an instance library.</param>
/// <param name="Lease">What keeps the module loaded during the call.</param>
/// <param name="Result">The native result.</param>
/// <param name="Returned">Whether the call has returned, so that what it made is there to be freed.</param>
/// <param name="Loans">What structs lend for the call.</param>
/// <param name="Scratch">Its room on the stack.</param>
/// <param name="Import">The local function that is the import of the symbol.</param>
internal sealed record TrampolineLocals(
    string Function,
    string Symbols,
    string Lease,
    string Result,
    string Returned,
    string Loans,
    string Scratch,
    string Import)
{
    public static TrampolineLocals From(LocalNames names) =>
        new(
            names.Take("function"),
            names.Take("symbols"),
            names.Take("lease"),
            names.Take("result"),
            names.Take("returned"),
            names.Take("loans"),
            names.Take("scratch"),
            names.Take("Import"));
}
