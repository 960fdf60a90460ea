using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads the attributes of a parameter that carry no value of their own.</summary>
internal static class ParameterTraitsReader
{
    public static ParameterTraits Read(IParameterSymbol parameter)
    {
        ParameterTraits traits = ParameterTraits.None;
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            traits |= TraitOf(attribute.AttributeClass);
        }

        return traits;
    }

    private static ParameterTraits TraitOf(INamedTypeSymbol? attribute) => attribute?.Name switch
    {
        "RetainedAttribute" when attribute.IsIn(AttributeReader.Ffi) => ParameterTraits.Retained,
        "FreesAttribute" when attribute.IsIn(AttributeReader.Ffi) => ParameterTraits.Frees,
        "NulTerminatedAttribute" when attribute.IsIn(AttributeReader.Ffi) => ParameterTraits.NulTerminated,
        "LastErrorAttribute" when attribute.IsIn(AttributeReader.Ffi) => ParameterTraits.LastError,
        "InAttribute" when attribute.IsIn(AttributeReader.Interop) => ParameterTraits.In,
        "OutAttribute" when attribute.IsIn(AttributeReader.Interop) => ParameterTraits.Out,
        _ => ParameterTraits.None,
    };
}
