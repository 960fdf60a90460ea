using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What is put into the framework's collections, and taken out.</summary>
internal static class Collections
{
    public static void Read(Call call, Moment moment)
    {
        if (call.Receiver is null || !FrameworkMethods.IsCollection(call.Method) || PlaceReader.Of(call.Receiver, moment) is not { } place)
        {
            return;
        }

        bool isLocal = !place.IsHeap && PlaceReader.IsFresh(place, moment);
        Place elements =
            isLocal || place.IsHeap
                ? place.Then(Term.AnyElement)
                : Place.Heap(Terms.Of(call.Receiver, moment) ?? Term.Unique(call.Receiver.Syntax), Term.AnyElement);
        if (call.Method.Name is "Clear" or "Remove" or "RemoveAt" or "TryRemove" or "Pop" or "Dequeue" or "TryPop" or "TryDequeue")
        {
            moment.Do(new Unknow(elements));
            return;
        }

        foreach (CallArgument argument in call.Arguments.Where(static a => a.Value.AllFacts.Any()))
        {
            if (isLocal)
            {
                moment.Do(new Keep(elements, argument.Value, argument.Operation.Syntax));
            }
            else
            {
                References.Write(elements, argument.Value, argument.Operation.Syntax, moment);
            }
        }
    }
}
