namespace Ffi.Generators.Planning;

/// <summary>The part of a declaration that a problem is about. Positions are looked up later, so that moving code changes no
/// model.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Index">The parameter, -1 for the result, the calling convention, or the type counted from the outermost; otherwise
/// 0.</param>
/// <param name="Argument">The named argument of an attribute; empty for its first.</param>
internal readonly record struct ProblemSite(ProblemPart Part, int Index = 0, string Argument = "")
{
    public static ProblemSite Library => new(ProblemPart.Library);

    public static ProblemSite Function => new(ProblemPart.Function);

    public static ProblemSite Return => new(ProblemPart.Return);

    public static ProblemSite Container(int index) => new(ProblemPart.Container, index);

    public static ProblemSite LibraryAttribute(string argument = "") => new(ProblemPart.LibraryAttribute, Argument: argument);

    public static ProblemSite Attribute(string argument = "") => new(ProblemPart.Attribute, Argument: argument);

    public static ProblemSite CallingConvention(int index) => new(ProblemPart.CallingConvention, index);

    public static ProblemSite Parameter(int index) => new(ProblemPart.Parameter, index);

    /// <summary>An attribute of ours, named without <c>Attribute</c>, or with a dot and an argument of it.</summary>
    public static ProblemSite SaidAttribute(int parameter, string name) => new(ProblemPart.SaidAttribute, parameter, name);
}
