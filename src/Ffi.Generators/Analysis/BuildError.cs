using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Analysis;

/// <summary>An error as a value: equal to another that says the same of the same place, so that nothing is reported anew without
/// need.</summary>
/// <param name="Id">What is wrong.</param>
/// <param name="Arguments">What the message names.</param>
/// <param name="File">The file's path.</param>
/// <param name="Span">Where it stands, in characters.</param>
/// <param name="Lines">The same in lines.</param>
internal sealed record BuildError(ProblemId Id, EquatableArray<string> Arguments, string File, TextSpan Span, LinePositionSpan Lines)
{
    public static BuildError Of(Problem problem, Location location) =>
        new(problem.Id, problem.Arguments, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span);

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(DeclarationDiagnostics.Of(Id), Location.Create(File, Span, Lines), [.. Arguments]);
}
