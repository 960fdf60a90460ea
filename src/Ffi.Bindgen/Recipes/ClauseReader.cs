namespace Ffi.Bindgen.Recipes;

/// <summary>Reads what a recipe says of one parameter or result, in the words of lifetimes files and a few more.</summary>
internal static class ClauseReader
{
    /// <summary>All that can be there.</summary>
    public const string Known =
        "in, out, ref, span, pointer, address, text, owned, called, kept, is ENUM, type CSHARP_TYPE, "
        + "retained, retained until FUNCTION, frees, nul-terminated, freed-with FUNCTION, "
        + "borrowed-from PARAMETER, borrowed-from PARAMETER until FUNCTION, FUNCTION";

    private static readonly Dictionary<string, Form> s_forms = new(StringComparer.Ordinal)
    {
        ["in"] = Form.In,
        ["out"] = Form.Out,
        ["ref"] = Form.Ref,
        ["span"] = Form.Span,
        ["pointer"] = Form.Pointer,
        ["address"] = Form.Address,
        ["text"] = Form.Text,
        ["owned"] = Form.Owned,
        ["called"] = Form.Called,
        ["kept"] = Form.Kept,
    };

    /// <summary>The clauses of a line: a semicolon ends one.</summary>
    public static IEnumerable<string[]> Split(IEnumerable<string> words) =>
        string.Join(' ', words)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static clause => clause.Split(' '));

    /// <summary>What is known with a clause more; null if the clause is none.</summary>
    public static ParameterChoice? Read(ParameterChoice choice, string[] words) => words switch
    {
        [string form] when s_forms.TryGetValue(form, out Form found) => choice with { Form = found },
        ["is", string name] => choice with { Enum = name },
        ["type", .. string[] type] when type.Length > 0 => choice with { Type = string.Join(' ', type) },
        ["retained"] => choice with { IsRetained = true },
        ["retained", "until", string function] => choice with { IsRetained = true, Until = function },
        ["frees"] => choice with { Frees = true },
        ["nul-terminated"] => choice with { IsNulTerminated = true },
        ["freed-with", string function] => choice with { FreedWith = function },
        ["borrowed-from", string parameter] => choice with { BorrowedFrom = parameter },
        ["borrowed-from", string parameter, "until", .. string[] functions] when functions.Length > 0 => choice with
        {
            BorrowedFrom = parameter,
            InvalidatedBy = [.. functions.SelectMany(static function => function.Split(',', StringSplitOptions.RemoveEmptyEntries))],
        },
        _ => null,
    };
}
