namespace Ffi.Headers.Digest;

/// <summary>Makes smaller digests of one.</summary>
public static class DigestFilter
{
    /// <summary>The functions, constants, variables and macros whose names are wanted, the enums with such a member, and every type that
    /// they need.</summary>
    public static HeaderDigest Only(HeaderDigest digest, Func<string, bool> isWanted)
    {
        HeaderDigest chosen = digest with
        {
            Functions = Where(digest.Functions, static item => item.Name, isWanted),
            Variables = Where(digest.Variables, static item => item.Name, isWanted),
            Constants = Where(digest.Constants, static item => item.Name, isWanted),
            Macros = Where(digest.Macros, static item => item.Name, isWanted),
        };
        HashSet<string> needed = new TypeClosure(digest).Of(chosen, isWanted);
        return chosen with
        {
            Opaques = Where(digest.Opaques, static item => item.Name, needed.Contains),
            Records = Where(digest.Records, static item => item.Name, needed.Contains),
            Enums = digest
                .Enums.Where(item => needed.Contains(item.Name) || item.Members.Any(member => isWanted(member.Name)))
                .ToEquatableArray(),
            Typedefs = Where(digest.Typedefs, static item => item.Name, needed.Contains),
        };
    }

    /// <summary>Names, types, offsets and values alone: no comment, no body of a macro that is more than a name, and no message of an
    /// attribute.</summary>
    public static HeaderDigest FactsOnly(HeaderDigest digest) =>
        digest with
        {
            Opaques = Select(digest.Opaques, static item => item),
            Records = Select(digest.Records, static item => item with { Fields = item.Fields.Select(FactsOf).ToEquatableArray() }),
            Enums = Select(
                digest.Enums,
                static item =>
                    item with
                    {
                        Members = item.Members.Select(static member => member with { Documentation = null }).ToEquatableArray(),
                    }),
            Typedefs = Select(digest.Typedefs, static item => item),
            Functions = Select(
                digest.Functions,
                static item => item with { Parameters = item.Parameters.Select(FactsOf).ToEquatableArray() }),
            Variables = Select(digest.Variables, static item => item),
            Constants = Select(digest.Constants, static item => item),
            Macros = Select(
                digest.Macros.Where(static macro =>
                    macro.Parameters is not null || macro.Body.Variants.All(static body => Text.NameText.IsName(body.Value))),
                static item => item),
        };

    private static EquatableArray<T> Where<T>(EquatableArray<T> items, Func<T, string> nameOf, Func<string, bool> isWanted) =>
        items.Where(item => isWanted(nameOf(item))).ToEquatableArray();

    private static EquatableArray<T> Select<T>(IEnumerable<T> items, Func<T, T> change)
        where T : CItem =>
        items
            .Select(item => change(item) with { Documentation = null, Attributes = FactsOf(item.Attributes) })
            .Cast<T>()
            .ToEquatableArray();

    private static CField FactsOf(CField field) => field with { Documentation = null, Attributes = FactsOf(field.Attributes) };

    private static CParameter FactsOf(CParameter parameter) => parameter with { Attributes = FactsOf(parameter.Attributes) };

    // What is in quotes is a sentence of the header's author.
    private static EquatableArray<CAttribute> FactsOf(EquatableArray<CAttribute> attributes) =>
        attributes
            .Select(static attribute => attribute.Arguments.IndexOf('"') >= 0 ? attribute with { Arguments = "" } : attribute)
            .ToEquatableArray();
}
