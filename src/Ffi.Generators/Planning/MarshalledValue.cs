using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>One value that a custom marshaller converts, and the locals that it takes.</summary>
/// <param name="Marshaller">The marshaller.</param>
/// <param name="Direction">In which direction the value is passed.</param>
/// <param name="Name">The managed value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Native">The native value.</param>
/// <param name="State">The marshaller itself, where it is stateful.</param>
/// <param name="Buffer">The room that it is given.</param>
/// <param name="Pointer">What it pins.</param>
/// <param name="Count">The number of elements.</param>
/// <param name="Sources">The elements that are read.</param>
/// <param name="Targets">The elements that are written.</param>
/// <param name="Index">Counts through them.</param>
/// <param name="ReadsElements">Whether native code gets the elements.</param>
/// <param name="WritesElements">Whether elements of the caller's collection are replaced after the call.</param>
internal sealed record MarshalledValue(
    MarshallerModel Marshaller,
    MarshalDirection Direction,
    string Name,
    string Type,
    string Native,
    string State,
    string Buffer,
    string Pointer,
    string Count,
    string Sources,
    string Targets,
    string Index,
    bool ReadsElements = true,
    bool WritesElements = false)
{
    /// <summary>Of a collection: how its elements are passed; null for other values.</summary>
    public ElementsModel? Elements => Marshaller.Elements;

    public bool IsStateful => Marshaller.Has(MarshallerMembers.Stateful);

    /// <summary>Whether native memory is freed only where the call has returned, because native code makes it.</summary>
    public bool IsFreedAfterCall => Direction == MarshalDirection.Out && NeedsRelease;

    /// <summary>Whether the managed value itself is pinned, so that nothing is converted and nothing is to be freed.</summary>
    public bool IsPinned =>
        !IsStateful && Direction == MarshalDirection.In && Elements is null && Marshaller.Has(MarshallerMembers.Pinnable);

    /// <summary>Whether a <c>fixed</c> stands around the call for it: for the value itself, or for what its marshaller made of
    /// it.</summary>
    public bool IsFixed => Direction == MarshalDirection.In && (IsStateful || IsPinned) && Marshaller.Has(MarshallerMembers.Pinnable);

    /// <summary>Whether the marshaller knows the number of elements itself.</summary>
    public bool CountsItself => IsStateful && Direction == MarshalDirection.In;

    /// <summary>When something is left to do for it after the call; null if nothing is.</summary>
    public FinishStage? Finish =>
        Direction == MarshalDirection.In && !(IsStateful && Marshaller.HasOnInvoked) && !(WritesElements && Elements is not null) ? null
        : Elements is null ? FinishStage.Value
        : FinishStage.Elements;

    public bool NeedsRelease =>
        !IsPinned && (Marshaller.Has(MarshallerMembers.Free) || Elements?.Marshaller?.Has(MarshallerMembers.Free) == true);

    /// <summary>What the static members are called on, or the stateful ones.</summary>
    public string Target => IsStateful ? State : Marshaller.Type;
}
