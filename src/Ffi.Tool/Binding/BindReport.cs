using Ffi.Bindgen;

namespace Ffi.Tool.Binding;

/// <summary>What a binding became, in a few lines.</summary>
internal static class BindReport
{
    // More of them are in the file that the last line names.
    private const int MostReasons = 10;

    public static IEnumerable<string> Of(BindingFiles files, IReadOnlyList<string> changed, bool isCheck)
    {
        BindSummary summary = files.Result.Summary;
        yield return $"{"bind", -7}{summary.Functions, 6} functions   {summary.Functions - summary.FunctionsWithPointers} without pointers, {summary.FunctionsWithPointers} with";
        yield return $"{"", -7}{summary.Handles + summary.Structs + summary.Enums + summary.Callbacks, 6} types       {summary.Handles} handles, {summary.Structs} structs, {summary.Enums} enums, {summary.Callbacks} callbacks";
        yield return $"{"", -7}{summary.Constants, 6} constants";
        foreach (Ffi.Bindgen.Planning.Unbound item in files.Result.Unbound.Take(MostReasons))
        {
            yield return $"{"",-7}not bound: {item.Name}: {item.Reason}";
        }

        if (files.Result.Unbound.Count > MostReasons)
        {
            yield return $"{"",-7}and {files.Result.Unbound.Count - MostReasons} more, at the end of {files.SourceName}";
        }

        yield return changed.Count == 0 ? "nothing to write" : $"{(isCheck ? "would write" : "wrote")} {string.Join(", ", changed)}";
    }
}
