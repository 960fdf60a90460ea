using Ffi.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>An option of an attribute that does not fit where it stands.</summary>
internal static class UnfitOption
{
    /// <param name="attribute">The attribute.</param>
    /// <param name="on">What has it.</param>
    /// <param name="argument">The name of the argument; empty for the first one without a name.</param>
    /// <param name="option">What the message calls it.</param>
    /// <param name="why">Why it does not fit, and what to do.</param>
    public static Diagnostic Of(AttributeData attribute, ISymbol on, string argument, string option, string why) => Diagnostic.Create(
        DeclarationDiagnostics.Of(ProblemId.OptionUnfit),
        ProblemLocation.OfArgument(attribute, argument) ?? on.Locations.FirstOrDefault() ?? Location.None,
        option, on.Name, why);
}
