using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads our attributes as they are written, so that one can ask whether they mean anything where they stand.</summary>
internal static class SaidAttributeReader
{
    private const string Ending = "Attribute";

    public static EquatableArray<SaidAttribute> Read(ImmutableArray<AttributeData> attributes) =>
        attributes.IsEmpty
            ? default
            : attributes
                .Where(static attribute =>
                    attribute.AttributeClass is { } type
                    && type.IsIn(AttributeReader.Ffi)
                    && type.Name.EndsWith(Ending, StringComparison.Ordinal)
                    && attribute.IsResolved())
                .Select(Read)
                .ToEquatableArray();

    public static SaidAttribute Read(AttributeData attribute) => new(NameOf(attribute), Arguments(attribute).ToEquatableArray());

    /// <summary>The attribute's name as it is written.</summary>
    public static string NameOf(AttributeData attribute) =>
        attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - Ending.Length);

    private static IEnumerable<SaidArgument> Arguments(AttributeData attribute) =>
        [
            .. attribute
                .ConstructorArguments.Where(static argument => argument.Kind == TypedConstantKind.Array || argument.Value is not null)
                .Select(static argument => new SaidArgument("", TextsOf(argument))),
            .. attribute.NamedArguments.Select(static argument => new SaidArgument(argument.Key, TextsOf(argument.Value))),
        ];

    private static EquatableArray<string> TextsOf(TypedConstant argument) =>
        argument.Kind == TypedConstantKind.Array
            ? (argument.IsNull ? [] : argument.Values.Select(static value => value.Value as string ?? "")).ToEquatableArray()
            : (argument.Value is string text ? [text] : Array.Empty<string>()).ToEquatableArray();
}
