using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Text: whether others share it, and whether a NUL is behind it.</summary>
internal static class Texts
{
    /// <summary>A string that this method has just made is not shared yet; writing it is how some old code fills one.</summary>
    public static bool IsFresh(IOperation source, Moment moment) =>
        source is IObjectCreationOperation || Values.Peek(source, moment).Facts.Any(static f => f.Resource.Kind == ResourceKind.Fresh);

    /// <summary>A span over the text of a string that others may share.</summary>
    public static Value Shared(IOperation text, Moment moment)
    {
        if (text.ConstantValue.HasValue || IsFresh(text, moment))
        {
            return Value.Unknown;
        }

        var shared = new Resource(ResourceKind.Opaque, text.Syntax);
        Standing before = moment.StandingOf(shared);
        moment.Do(new Describe(shared, before with { Name = text.Syntax.ToString(), IsText = true, IsRooted = true }));
        return Value.Of(shared, Role.Address);
    }

    /// <summary>A piece of a u8 literal ends where no NUL is; so does a copy of its bytes.</summary>
    public static Value Cut(Value text, SyntaxNode site, Moment moment) =>
        text.Facts.Any(static f => f.Resource.Site.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            ? Value.Of(text.Facts.Add(new(Things.Know(ResourceKind.Unterminated, site, "text", moment), Role.Address)))
            : text;

    /// <summary>The bytes of an encoded string.</summary>
    public static Value Encoded(Call call, Moment moment)
    {
        Value array = Things.Fresh(call.Syntax, call.Method.Name, moment);
        return MayEndInNul(call.Arguments.IsEmpty ? null : call.Arguments[0].Operation)
            ? array
            : Value.Of(array.Facts.Add(new(Things.Know(ResourceKind.Unterminated, call.Syntax, call.Method.Name, moment), Role.Address)));
    }

    /// <summary>A copy: what it was made of may die, and a NUL behind that is not copied.</summary>
    public static Value Copied(Call call, Value from, Moment moment)
    {
        Value cut = call.Receiver is { } source && EndsInNul(source) ? Value.Unknown : Cut(from, call.Syntax, moment);
        return Value.Of(
            cut.Facts.Where(static f => f.Resource.Kind == ResourceKind.Unterminated)
                .Concat(Things.Fresh(call.Syntax, call.Method.Name, moment).Facts));
    }

    private static bool EndsInNul(IOperation text) =>
        text.DescendantsAndSelf()
            .OfType<IUtf8StringOperation>()
            .Any(static literal => literal.Value.EndsWith("\0", StringComparison.Ordinal));

    // What is put together may have a NUL at its end; a variable is taken to have none.
    private static bool MayEndInNul(IOperation? text) =>
        text is null
        || text
            is not (
                ILocalReferenceOperation
                or IParameterReferenceOperation
                or ILiteralOperation
                or IFieldReferenceOperation
                or IPropertyReferenceOperation)
        || text.ConstantValue is { HasValue: true, Value: string constant } && constant.Contains("\0");
}
