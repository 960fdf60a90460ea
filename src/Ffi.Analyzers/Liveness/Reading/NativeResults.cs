using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Whose a native function's result is.</summary>
internal static class NativeResults
{
    public static Value Of(Call call, NativeSignature signature, Moment moment)
    {
        ResultLifetime result = signature.Result;
        if (result.BorrowedFrom is { } owner)
        {
            return Borrow(call, call.Syntax, owner, result, moment);
        }

        string? family =
            result.FreedWith ?? (Allocators.OfEntryPoint(signature.EntryPoint, out bool frees) is { } own && !frees ? own : null);
        if (
            family is not null
            && (Types.IsAddress(call.Method.ReturnType) || result.FreedWith is not null)
            && call.Method.ReturnType.SpecialType != SpecialType.System_String)
        {
            return Allocate(call.Syntax, family, call.Method.Name, mayBeNull: true, moment);
        }

        return Types.IsSafeHandle(call.Method.ReturnType)
            ? Value.Of(
                Things.Make(ResourceKind.SafeHandle, call.Syntax, new() { Name = call.Method.Name, IsUnnamed = true }, moment),
                Role.Self)
            : Value.Unknown;
    }

    /// <summary>What is in an out parameter after a failed call is unknown, so it isn't reported as a leak.</summary>
    public static Value GivenIn(Call call, CallArgument argument, ResultLifetime given, Moment moment) =>
        given.BorrowedFrom is { } owner
            ? Borrow(call, argument.Operation.Syntax, owner, given, moment)
            : Allocate(argument.Operation.Syntax, given.FreedWith ?? "", call.Method.Name, mayBeNull: true, moment, isOwned: false);

    public static Value Allocate(SyntaxNode site, string family, string name, bool mayBeNull, Moment moment, bool isOwned = true) =>
        Value.Of(Things.Make(ResourceKind.NativeMemory, site, new()
        {
            Name = name,
            IsUnnamed = true,
            Family = family,
            IsOwned = isOwned && !moment.Scope.IsForGood,
            MayBeNull = mayBeNull,
        }, moment), Role.Self);

    private static Value Borrow(Call call, SyntaxNode site, string owner, ResultLifetime result, Moment moment)
    {
        Value owning =
            owner == "this" ? call.ReceiverValue : call.Arguments.FirstOrDefault(a => a.Parameter?.Name == owner)?.Value ?? Value.Unknown;
        return Value.Of(
            Things.Make(
                ResourceKind.Borrowed,
                site,
                new()
                {
                    Name = call.Method.Name,
                    Targets = [.. owning.Facts.Select(static f => f.Resource)],
                    InvalidatedBy = result.InvalidatedBy,
                },
                moment),
            Role.Address);
    }
}
