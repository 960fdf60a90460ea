using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The words for what differs between a value and a C type.</summary>
internal sealed class ValueDifferences(DigestIndex index, Platform platform)
{
    public static Difference SurplusResult(ValueShape shape, ValueSite site) =>
        new(
            CheckRule.Result,
            FindingSeverity.Warning,
            $"'{site.Function}' returns nothing in C, so its result '{shape}' is the value that a register happens to have")
        {
            Replacement = "void",
        };

    public static Difference WrongBoolean(ValueShape shape, CType type, long size, int bytes, ValueSite site) =>
        new(
            CheckRule.BooleanWidth,
            FindingSeverity.Warning,
            $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' is passed in {bytes}");

    public Difference Overrun(PointerShape pointer, CType type, long size, long valueSize, bool isConst, ValueSite site)
    {
        CType target = index.Resolve(type, platform) is PointerType { Target: var pointee } ? pointee : type;
        string does = isConst || pointer.Kind == PointerKind.In ? "reads" : "writes";
        return new Difference(
            CheckRule.PointeeSize,
            FindingSeverity.Error,
            site.IsRead
                ? $"{Subject(site)} points to {Name(target)} in C, {ShapeFacts.Bytes(size)}, and '{pointer}' to {ShapeFacts.Bytes(valueSize)}"
                : $"'{site.Function}' {does} {ShapeFacts.Bytes(size)} ({Name(target)}) through {site.Part}, which is '{pointer}': {ShapeFacts.Bytes(valueSize)}"
        );
    }

    // A raw 'char*' for C's bytes is mostly converted before anybody reads it.
    public static Difference WrongUnit(PointerShape pointer, CType type, long size, long unit, ValueSite site) => new(
        CheckRule.ConventionOrEncoding,
        pointer.Kind == PointerKind.Raw ? FindingSeverity.Info : FindingSeverity.Error,
        $"{Subject(site)} is {Name(type)} in C, text with {ShapeFacts.Bytes(size)} in a character, and '{pointer}' has {unit}");

    public Difference Confused(ValueShape shape, CType type, string kind, ValueSite site) =>
        new(
            CheckRule.KindOfValue,
            FindingSeverity.Error,
            $"{Subject(site)} is {Name(type)} in C, {kind}, and '{shape}' is {ShapeFacts.KindOf(shape)}")
        {
            Replacement = ReferenceEquals(shape, site.Outer) ? Replacements.Of(type, index, null) : null,
        };

    public static string Subject(ValueSite site) =>
        site.Part == ValueNames.Result ? $"The result of '{site.Function}'" : $"{site.Part} of '{site.Function}'";

    public static string Name(CType type) => CText.Of(type);

    public static Difference OneLevelTooMany(PointerShape pointer, CType type, ValueSite site) => new(
        CheckRule.Indirection,
        FindingSeverity.Error,
        $"{Subject(site)} is {Name(type)} in C, and '{pointer}' is the address of a pointer: one level too many");
}
