using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Calls of methods that are seen to do one thing: free what they are given, keep it, return it, make something.</summary>
internal static class HelperCalls
{
    /// <summary>Ends what the method ends.</summary>
    public static void End(Call call, CallArgument argument, MethodDeeds deeds, Moment moment)
    {
        foreach (
            Deed deed in deeds.Deeds.Where(deed =>
                deed.Ordinal == argument.Parameter!.Ordinal && deed.Kind is DeedKind.Frees or DeedKind.Unpins))
        {
            bool isMemory = deed.Kind == DeedKind.Frees;
            Value ended = Value.Of(
                argument.Value.Facts.Where(f =>
                    isMemory || (f.Role == Role.Self && f.Resource.Kind is ResourceKind.Handle or ResourceKind.Pooled)));
            Releases.All(ended, isMemory ? ReleaseKind.NativeFree : ReleaseKind.Unpin, call.Name, deed.Family, call.Syntax, moment);
        }
    }

    /// <summary>Stores what the method keeps, where it keeps it.</summary>
    public static void Keep(Call call, MethodDeeds deeds, Moment moment)
    {
        foreach (Deed deed in deeds.Deeds.Where(static deed => deed.Kind == DeedKind.Keeps))
        {
            if (call.Argument(deed.Ordinal) is { } argument && (deed.Member!.IsStatic || call.Receiver is not null))
            {
                References.Write(
                    PlaceReader.OfMember(deed.Member.IsStatic ? null : call.Receiver, deed.Member, moment),
                    argument.Value,
                    argument.Operation.Syntax,
                    moment);
            }
        }
    }

    /// <summary>What the method returns of what it was given, or has made; null if that isn't seen.</summary>
    public static Value? ResultOf(Call call, MethodDeeds deeds, Moment moment)
    {
        if (deeds.Gives is { } gift)
        {
            return gift.Family is { } family
                ? NativeResults.Allocate(call.Syntax, family, call.Name, gift.MayBeNull, moment)
                : HandleReader.Make(call, gift.IsPinned, moment);
        }

        Fact[] returned =
        [
            .. deeds
                .Deeds.Where(static deed => deed.Kind == DeedKind.Returns)
                .SelectMany(deed => call.ValueOf(deed.Ordinal).AsAddress().Facts),
        ];
        return returned.Length > 0 && Types.IsAddress(call.Method.ReturnType) ? Value.Of(returned) : null;
    }
}
