using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The memory that a reference points to: the frame, an object that may move, memory of some resource; or unknown.</summary>
internal static class Origins
{
    public static Value Of(IOperation reference, Moment moment)
    {
        switch (reference)
        {
            case IConversionOperation conversion:
                return Of(conversion.Operand, moment);

            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias:
                return moment.State.At(Place.Local(Term.Of(alias.Local))) is { } aliased ? Value.Of(aliased.Facts) : Value.Unknown;

            case ILocalReferenceOperation { Local: { } local }:
                return moment.Scope.Shape.IsWrittenByClosure(local) ? Value.Unknown : Addresses.Frame(local, reference.Syntax, moment);

            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter }
                when !moment.Scope.Shape.IsWrittenByClosure(parameter):
                return IsCapturedByType(parameter, moment.Scope)
                    ? Addresses.Movable(reference, [], moment)
                    : Addresses.Frame(parameter, reference.Syntax, moment);

            case IFieldReferenceOperation { Field.RefKind: not RefKind.None }:
                return Value.Unknown;

            case IFieldReferenceOperation { Instance: { } instance } field:
                return OfField(field, instance, moment);

            case IArrayElementReferenceOperation element:
                return Spans.ArrayMemory(reference, moment.Read(element.ArrayReference), moment);

            case IPropertyReferenceOperation { Instance: { } span, Property.IsIndexer: true } when Types.IsSpan(span.Type):
                return Spans.SpanMemory(reference, moment.Read(span), moment);

            case IInvocationOperation call:
                return OfResult(call, moment);

            case { } when Pointers.IsDereference(reference):
                return moment.Read(reference.ChildOperations.First()).AsAddress();

            default:
                return Value.Unknown;
        }
    }

    /// <summary>What a returned reference hands to the caller: native memory and the frame. The collector follows a reference to an object,
    /// whether or not a pointer to it was pinned when the reference was made.</summary>
    public static Value OfReturned(IOperation reference, Moment moment) =>
        Value.Of(Of(reference, moment).Facts.Where(static f => f.Resource.Kind is ResourceKind.NativeMemory or ResourceKind.Stack));

    private static Value OfField(IFieldReferenceOperation field, IOperation instance, Moment moment)
    {
        if (instance is not IInstanceReferenceOperation && instance.Type?.IsValueType != false)
        {
            return Of(instance, moment);
        }

        bool isObject = instance.Type?.IsValueType == false;
        return isObject ? Addresses.Movable(field, [], moment) : Value.Unknown;
    }

    // A parameter of a primary constructor that a member uses is a field of the object.
    private static bool IsCapturedByType(IParameterSymbol parameter, MethodScope scope) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && !SymbolEqualityComparer.Default.Equals(constructor, scope.Method);

    private static Value OfResult(IInvocationOperation call, Moment moment)
    {
        string key = $"{call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}";
        switch (key)
        {
            case "MemoryMarshal.GetReference":
                return Spans.SpanMemory(call, moment.Read(call.Arguments[0].Value), moment);
            case "MemoryMarshal.GetArrayDataReference":
                return Spans.ArrayMemory(call, moment.Read(call.Arguments[0].Value), moment);
            case "String.GetPinnableReference":
                moment.Read(call);
                return Addresses.Movable(call, [], moment, isText: call.Instance is { } instance && !Texts.IsFresh(instance, moment));
            case "Span.GetPinnableReference" or "ReadOnlySpan.GetPinnableReference" when call.Instance is { } span:
                return Spans.SpanMemory(call, moment.Read(span), moment);
            case "Unsafe.As" or "Unsafe.Add" or "Unsafe.Subtract" or "Unsafe.AddByteOffset" or "Unsafe.SubtractByteOffset" or "Unsafe.AsRef"
                when call.Arguments.Length > 0:
                IOperation first = call.Arguments[0].Value;
                return call.Arguments[0].Parameter?.RefKind == RefKind.None ? moment.Read(first).AsAddress() : Of(first, moment);
            default:
                moment.Read(call);
                return Value.Unknown;
        }
    }
}
