namespace Ffi.Generators.Planning;

/// <summary>The part of a declaration that a problem is about. Positions are looked up later, so that moving code changes no model.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Index">The parameter, counted from 0; otherwise 0.</param>
internal readonly record struct ProblemSite(ProblemPart Part, int Index)
{
    public static ProblemSite Library => new(ProblemPart.Library, 0);

    public static ProblemSite Function => new(ProblemPart.Function, 0);

    public static ProblemSite Attribute => new(ProblemPart.Attribute, 0);

    public static ProblemSite Return => new(ProblemPart.Return, 0);

    public static ProblemSite Parameter(int index) => new(ProblemPart.Parameter, index);
}
