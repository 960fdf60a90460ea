using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Why something can't be bound, and where that is in the source.</summary>
/// <param name="Id">The reason.</param>
/// <param name="Site">Which part of the declaration.</param>
/// <param name="Arguments">What the diagnostic's message names.</param>
internal sealed record Problem(ProblemId Id, ProblemSite Site, EquatableArray<string> Arguments)
{
    public static Problem Of(ProblemId id, ProblemSite site, params string[] arguments) => new(id, site, arguments.ToEquatableArray());

    public static Problem OfLibrary(ProblemId id, params string[] arguments) => new(id, ProblemSite.Library, arguments.ToEquatableArray());

    public static Problem OfFunction(ProblemId id, params string[] arguments) =>
        new(id, ProblemSite.Function, arguments.ToEquatableArray());

    public static Problem OfAttribute(ProblemId id, params string[] arguments) =>
        new(id, ProblemSite.Attribute(), arguments.ToEquatableArray());

    public static Problem OfReturn(ProblemId id, params string[] arguments) => new(id, ProblemSite.Return, arguments.ToEquatableArray());

    public static Problem OfParameter(int index, ProblemId id, params string[] arguments) =>
        new(id, ProblemSite.Parameter(index), arguments.ToEquatableArray());

    /// <summary>Whether the function still gets its body.</summary>
    public bool IsWarning => Id is ProblemId.EntryPointDuplicate;
}
