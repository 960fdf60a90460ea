using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What it says of a value that it is null, zero or not allocated.</summary>
internal static class Nulls
{
    public static bool RefineAllocated(IOperation handle, bool isAllocated, Moment moment)
    {
        Value value = Values.Peek(handle, moment);
        if (value.IsNull)
        {
            return !isAllocated;
        }

        return !value.Facts.Any(static f => f is { Resource.Kind: ResourceKind.Handle, Role: Role.Self })
            ? Refine(handle, !isAllocated, moment)
            : isAllocated;
    }

    public static bool Refine(IOperation operand, bool isNull, Moment moment)
    {
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        if (PlaceReader.Of(operand, moment) is not { } place)
        {
            return true;
        }

        Value value = moment.State.At(place) ?? Value.Unknown;
        if (value.IsNull)
        {
            return isNull;
        }

        if (value.IsConstant || value.IsNotNull)
        {
            return !isNull;
        }

        if (!isNull)
        {
            if (value.Facts.IsEmpty)
            {
                moment.Do(new Keep(place, value.With(Value.NotNull), operand.Syntax));
            }

            return true;
        }

        if (value.Facts.Any(f => IsNever(f, moment)) || IsAddReferenced(value, moment))
        {
            return false;
        }

        foreach (Fact fact in value.Facts.Where(f => f.Role == Role.Self && !moment.StandingOf(f.Resource).IsReleased))
        {
            moment.Do(new NeverMade(fact.Resource, operand.Syntax));
        }

        if (value.Facts.All(static f => f.Role == Role.Self))
        {
            moment.Do(new Keep(place, Value.Of(Value.Null), operand.Syntax));
        }

        return true;
    }

    private static bool IsNever(Fact fact, Moment moment) =>
        fact.Role == Role.Self
        && !moment.StandingOf(fact.Resource).MayBeNull
        && fact.Resource.Kind
            is ResourceKind.Handle
                or ResourceKind.NativeMemory or ResourceKind.Pooled or ResourceKind.Delegate or ResourceKind.Fresh
                or ResourceKind.PinnedBuffer or ResourceKind.SafeHandle;

    // handle?.DangerousRelease(): it wasn't null when it was add-ref'd.
    private static bool IsAddReferenced(Value handle, Moment moment) =>
        moment.State.Resources.Any(r =>
            r.Key.Kind == ResourceKind.AddRef
            && r.Value.Released is null
            && handle.Facts.Any(f => f.Role == Role.Self && r.Value.Targets.Contains(f.Resource)));
}
