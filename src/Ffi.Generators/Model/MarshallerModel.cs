namespace Ffi.Generators.Model;

/// <summary>A custom marshaller, chosen for one value and direction.</summary>
/// <param name="Type">The marshaller's type, closed.</param>
/// <param name="NativeType">What stands for the value in the native signature.</param>
/// <param name="Members">What it has.</param>
/// <param name="Buffer">What the room holds that it takes; empty if it takes none.</param>
/// <param name="Elements">Of a collection: how its elements are passed; null for other values.</param>
/// <param name="Instance">Of an <c>ICustomMarshaler</c>: the object that stands for it; null for other marshallers.</param>
internal sealed record MarshallerModel(
    string Type,
    string NativeType,
    MarshallerMembers Members,
    string Buffer = "",
    ElementsModel? Elements = null,
    CustomMarshalerModel? Instance = null)
{
    public bool HasBuffer => Has(MarshallerMembers.Buffer);

    public bool HasFree => Has(MarshallerMembers.Free);

    public bool HasOnInvoked => Has(MarshallerMembers.OnInvoked);

    public bool IsRefStruct => Has(MarshallerMembers.RefStruct);

    /// <summary>Whether the way back is named <c>…Finally</c>.</summary>
    public bool IsFinally => Has(MarshallerMembers.Finally);

    public bool Has(MarshallerMembers member) => (Members & member) != 0;
}

/// <summary>How the elements of a collection are passed.</summary>
/// <param name="ManagedType">An element in C#.</param>
/// <param name="NativeType">An element in C.</param>
/// <param name="Marshaller">The stateless marshaller of one element; null if both are the same bits.</param>
/// <param name="Count">How many native code returns, as an expression over the parameters; empty if native code returns none.</param>
internal sealed record ElementsModel(string ManagedType, string NativeType, MarshallerModel? Marshaller, string Count = "")
{
    /// <summary>Whether they are <c>bool</c>s, which native code may have left with other bytes than 0 and 1.</summary>
    public bool AreBooleans => Marshaller is null && ManagedType == "bool";

    /// <summary>An element in a span, which can't hold pointers.</summary>
    public string SpanElement => NativeType.EndsWith("*", StringComparison.Ordinal) ? "nint" : NativeType;
}
