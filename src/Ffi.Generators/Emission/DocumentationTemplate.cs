using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The comment of a function that says who owns what: the declaration's own, and a remark for each parameter and the result.</summary>
internal static class DocumentationTemplate
{
    public static string Render(TrampolinePlan plan) => plan.Documentation is not { } documentation ? "" : Code.Of($$"""
        {{(documentation.Lines.Count == 0 ? $"/// <summary>Calls <c>{Literal.InXml(plan.EntryPoint)}</c>.</summary>" : "")}}
        {{documentation.Lines.Select(static line => "/// " + line)}}
        /// <remarks>
        {{Remarks(documentation).Select(static remark => $"/// <para>{remark}</para>")}}
        /// </remarks>
        """);

    private static IEnumerable<string> Remarks(DocumentationPlan plan)
    {
        foreach (OwnedParameter parameter in plan.Parameters)
        {
            string name = $"<paramref name=\"{parameter.Name}\"/>";
            foreach (string remark in Remarks(name, parameter.Ownership, isCopied: false))
            {
                yield return remark;
            }
        }

        foreach (string remark in plan.Result is { } result ? Remarks("the result", result, plan.IsTextResult) : [])
        {
            yield return remark;
        }
    }

    private static IEnumerable<string> Remarks(string subject, OwnershipModel ownership, bool isCopied)
    {
        if (ownership.IsRetained)
        {
            yield return ownership.RetainedUntil is { } end
                ? $"Native code keeps {subject} after the call, until {Symbol(end)} is called."
                : $"Native code keeps {subject} after the call.";
        }

        if (ownership.IsFreed)
        {
            yield return $"The call ends the life of {subject}.";
        }

        if (ownership.BorrowedFrom is { } owner)
        {
            string ends = string.Join(" or ", ownership.InvalidatedBy.Select(Symbol).Prepend("it is closed"));
            string from = owner == "this" ? "the library" : $"<paramref name=\"{Literal.InXml(owner)}\"/>";
            yield return isCopied
                ? $"The text is a copy of memory of {from}."
                : $"Memory of {from} is behind {subject}: valid until {ends}{(ownership.InvalidatedBy.Count == 0 ? "" : " is called")}.";
        }

        if (ownership.FreedWith is { } free)
        {
            yield return isCopied ? $"The native text is copied, and freed with {Symbol(free)}." : $"The caller frees {subject} with {Symbol(free)}.";
        }
    }

    private static string Symbol(string name) => $"<c>{Literal.InXml(name)}</c>";
}
