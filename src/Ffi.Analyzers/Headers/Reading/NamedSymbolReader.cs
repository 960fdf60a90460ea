using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads the functions that ownership attributes name: <c>FreedWith</c>, <c>Until</c>, <c>InvalidatedBy</c>.</summary>
internal static class NamedSymbolReader
{
    public static IEnumerable<NamedSymbol> Read(IMethodSymbol method) =>
        method
            .Parameters.SelectMany(static parameter => parameter.GetAttributes())
            .Concat(method.GetReturnTypeAttributes())
            .SelectMany(Read);

    private static IEnumerable<NamedSymbol> Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || !type.IsIn(AttributeReader.Ffi))
        {
            return [];
        }

        return type.Name switch
        {
            "FreedWithAttribute" when attribute.First<string>() is { } symbol =>
            [
                new NamedSymbol(symbol, "FreedWith")
                {
                    Library = LibraryReader.ReadName(attribute, attribute.Named<string>("Library"))?.Name,
                    Origin = attribute,
                },
            ],
            "RetainedAttribute" when attribute.Named<string>("Until") is { } symbol =>
            [
                new NamedSymbol(symbol, "Until") { Origin = attribute },
            ],
            "BorrowedFromAttribute" => attribute
                .NamedArguments.Where(static argument =>
                    argument is { Key: "InvalidatedBy", Value: { Kind: TypedConstantKind.Array, IsNull: false } })
                .SelectMany(static argument => argument.Value.Values)
                .Select(static value => value.Value)
                .OfType<string>()
                .Select(symbol => new NamedSymbol(symbol, "InvalidatedBy") { Origin = attribute }),
            _ => [],
        };
    }
}
