using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>How one parameter is passed. A closed set of records; what each one writes is in the shape of the same name.</summary>
/// <param name="Declaration">The parameter as the generated half declares it.</param>
/// <param name="NativeType">Its type in the native signature; empty if native code never sees it.</param>
internal abstract record ParameterPlan(string Declaration, string NativeType)
{
    /// <summary>Its name, escaped.</summary>
    public string DeclaredName => Declaration.Substring(Declaration.LastIndexOf(' ') + 1);

    /// <summary>Whether a <c>fixed</c> stands around the call for it.</summary>
    public virtual bool IsPinned => false;

    /// <summary>When something is left to do for it after the call; null if nothing is.</summary>
    public virtual FinishStage? Finish => null;

    /// <summary>Whether it lends what structs point to, which ends with the call.</summary>
    public virtual bool Lends => false;

    /// <summary>Whether delegates are among that.</summary>
    public virtual bool LendsDelegates => false;

    /// <summary>The copy that native code gets in checked mode; null where it gets the memory itself, or none.</summary>
    public LentPlan? Lent { get; init; }

    /// <summary>Whether an address is passed as a number.</summary>
    public bool IsNumber => NativeType == "nint";

    /// <summary>Whether it is a <c>double</c> in place of a function's dots, which Windows passes by its bits.</summary>
    public virtual bool IsVariadicDouble => false;
}

/// <summary>The order of what is done behind a call.</summary>
internal enum FinishStage
{
    /// <summary>What native code handed out gets its owner, what it freed loses him, and its bools become C#'s, before anything can
    /// throw.</summary>
    Ownership,

    /// <summary>Values go back to the caller.</summary>
    Value,

    /// <summary>Elements do, of which another parameter may tell the number.</summary>
    Elements,
}

/// <summary>A value that is passed as it is, or by one conversion.</summary>
/// <param name="Argument">The expression that is passed.</param>
/// <param name="IsPassedByBits">What <see cref="ParameterPlan.IsVariadicDouble"/> says.</param>
internal sealed record DirectParameter(string Declaration, string NativeType, string Argument, bool IsPassedByBits = false)
    : ParameterPlan(Declaration, NativeType)
{
    public override bool IsVariadicDouble => IsPassedByBits;
}

/// <summary>Memory of the caller, pinned from before the call until after it.</summary>
/// <param name="Target">What <c>fixed</c> pins.</param>
/// <param name="Pointer">The local that points to it.</param>
/// <param name="Cleared">The <c>out</c> parameter to set to its default first; null for the others.</param>
/// <param name="KeptAlive">The <c>Memory</c> whose owner must outlive the call; null for the others.</param>
/// <param name="Held">The buffer that native code keeps after the call; null for the others.</param>
/// <param name="Normalized">The <c>bool</c>s in it, which native code may have left with other bytes than 0 and 1; null for other
/// types.</param>
internal sealed record PinnedParameter(
    string Declaration,
    string NativeType,
    string Target,
    string Pointer,
    string? Cleared = null,
    string? KeptAlive = null,
    string? Held = null,
    string? Normalized = null) : ParameterPlan(Declaration, NativeType)
{
    public override bool IsPinned => true;

    public override FinishStage? Finish =>
        Normalized is not null ? FinishStage.Ownership
        : KeptAlive is not null ? FinishStage.Value
        : null;
}

/// <summary>A <c>bool</c> by reference that is a 4-byte <c>BOOL</c> in C.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The local that native code sees.</param>
/// <param name="IsRead">Whether native code gets the value.</param>
/// <param name="IsWritten">Whether the caller gets it back.</param>
internal sealed record WideBooleanParameter(string Declaration, string NativeType, string Name, string Value, bool IsRead, bool IsWritten)
    : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => IsWritten ? FinishStage.Value : null;
}

/// <summary>Text that is transcoded or copied, with a NUL after it, for the duration of the call.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="PlainName">Its name as the exception tells it.</param>
/// <param name="Buffer">The runtime's type that holds the text.</param>
/// <param name="Text">The local of that type.</param>
/// <param name="Scratch">The local that is its room on the stack.</param>
/// <param name="Pointer">The local that points to the text.</param>
internal sealed record CopiedTextParameter(
    string Declaration,
    string NativeType,
    string Name,
    string PlainName,
    string Buffer,
    string Text,
    string Scratch,
    string Pointer) : ParameterPlan(Declaration, NativeType)
{
    public override bool IsPinned => true;
}

/// <summary>A string that is passed as UTF-16: pinned, since every string has a NUL after it.</summary>
internal sealed record PinnedTextParameter(string Declaration, string NativeType, string Name, string PlainName, string Pointer)
    : ParameterPlan(Declaration, NativeType)
{
    public override bool IsPinned => true;
}

/// <summary>NUL-terminated text that native code returns, of which the caller gets a copy.</summary>
/// <param name="TextType">The type of a pointer to the text.</param>
/// <param name="Value">The local that native code writes to.</param>
/// <param name="IsNullable">Whether NULL has a counterpart in the declared type.</param>
/// <param name="Free">Who frees the native text; null if it is left alone.</param>
internal sealed record NewTextParameter(
    string Declaration,
    string NativeType,
    string Name,
    string TextType,
    string Value,
    bool IsNullable,
    FreePlan? Free
) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => FinishStage.Elements;
}

/// <summary>A handle with a reference on it during the call.</summary>
/// <param name="Scope">The local that holds the reference.</param>
/// <param name="IsFreed">Whether the call closes the handle, so that its object must not.</param>
internal sealed record HandleParameter(
    string Declaration,
    string NativeType,
    string Name,
    string PlainName,
    string Scope,
    bool IsFreed = false
) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => IsFreed ? FinishStage.Ownership : null;
}

/// <summary>A handle that native code returns.</summary>
/// <param name="Type">The handle's type.</param>
/// <param name="Handle">The local that holds its object from before the call.</param>
/// <param name="Value">The local that native code writes to.</param>
internal sealed record NewHandleParameter(string Declaration, string NativeType, string Name, string Type, string Handle, string Value)
    : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => FinishStage.Ownership;
}

/// <summary>A handle that native code may replace.</summary>
/// <param name="Exchange">The local that holds the old handle and an object for a new one.</param>
/// <param name="Value">The local that native code reads and writes.</param>
internal sealed record ExchangedHandleParameter(
    string Declaration,
    string NativeType,
    string Name,
    string PlainName,
    string Type,
    string Exchange,
    string Value) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => FinishStage.Ownership;
}

/// <summary>A delegate that native code can call until the call returns.</summary>
/// <param name="Loan">The local that holds its address.</param>
/// <param name="Callback">The entry points of its type.</param>
/// <param name="Before">The local of the delegate before it in the same call; null for the first.</param>
internal sealed record CallbackParameter(
    string Declaration,
    string NativeType,
    string Name,
    string Loan,
    CallbackPlan Callback,
    string? Before = null) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => FinishStage.Value;
}

/// <summary>A struct by reference that the runtime converts into a native copy, and back.</summary>
/// <param name="Type">The struct, without annotation.</param>
/// <param name="Scope">The local that holds the copy.</param>
/// <param name="IsRead">Whether native code gets the value.</param>
/// <param name="IsWritten">Whether the caller gets it back.</param>
internal sealed record StructureParameter(
    string Declaration,
    string NativeType,
    string Name,
    string Type,
    string Scope,
    bool IsRead,
    bool IsWritten
) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => IsWritten ? FinishStage.Value : null;
}

/// <summary>An object whose fields are a C struct: pinned, or converted by the runtime.</summary>
/// <param name="Type">The class, without annotation.</param>
/// <param name="Scope">The local that holds the pin or the copy.</param>
/// <param name="IsRead">Whether native code gets what it holds.</param>
/// <param name="IsWritten">Whether it gets what native code leaves.</param>
internal sealed record ObjectParameter(
    string Declaration,
    string NativeType,
    string Name,
    string Type,
    string Scope,
    bool IsRead,
    bool IsWritten
) : ParameterPlan(Declaration, NativeType)
{
    public override FinishStage? Finish => IsWritten ? FinishStage.Value : null;
}

/// <summary>The <c>out int</c> that receives the call's error number, which native code never sees.</summary>
internal sealed record LastErrorParameter(string Declaration, string Name) : ParameterPlan(Declaration, NativeType: "");

/// <summary>A value that a custom marshaller converts.</summary>
/// <param name="IsByValue">Whether the native value is passed itself, and not its address.</param>
/// <param name="Value">The value.</param>
internal sealed record MarshalledParameter(string Declaration, string NativeType, bool IsByValue, MarshalledValue Value)
    : ParameterPlan(Declaration, NativeType)
{
    public override bool IsPinned => Value.IsFixed;

    public override FinishStage? Finish => Value.Finish;
}

/// <summary>A struct or object that generated code converts into what stands for it in C, and back.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Counterpart">What stands for it.</param>
/// <param name="Native">The local that native code sees.</param>
/// <param name="Pointer">The local that points to it, where the parameter may be null.</param>
/// <param name="IsByValue">Whether it is passed itself, and not its address.</param>
/// <param name="IsRead">Whether native code gets what it holds.</param>
/// <param name="IsWritten">Whether the caller gets back what native code leaves.</param>
/// <param name="Before">The local that keeps what was lent, where something else in its place is freed; null if nothing is.</param>
/// <param name="Frees">What in it is freed once it is read.</param>
internal sealed record ConvertedParameter(
    string Declaration,
    string NativeType,
    string Name,
    CounterpartModel Counterpart,
    string Native,
    string Pointer,
    bool IsByValue,
    bool IsRead,
    bool IsWritten,
    string? Before,
    EquatableArray<FieldFreePlan> Frees) : ParameterPlan(Declaration, NativeType)
{
    public bool IsObject => Counterpart.IsClass;

    /// <summary>Whether the caller's variable has nothing in it yet.</summary>
    public bool IsNew => !IsRead && !IsObject;

    public override bool Lends => IsRead && Counterpart.Lends;

    public override bool LendsDelegates => IsRead && Counterpart.Callbacks.Count > 0;

    public override FinishStage? Finish => IsWritten ? FinishStage.Value : null;
}

/// <summary>Structs that generated code converts one by one.</summary>
/// <param name="Span">The parameter as a span.</param>
/// <param name="Counterpart">What stands for each in C.</param>
/// <param name="Native">The local that points to the first.</param>
/// <param name="IsRead">Whether native code gets what they hold.</param>
/// <param name="IsWritten">Whether the caller gets back what native code leaves.</param>
internal sealed record ConvertedElementsParameter(
    string Declaration,
    string NativeType,
    string Span,
    CounterpartModel Counterpart,
    string Native,
    bool IsRead,
    bool IsWritten) : ParameterPlan(Declaration, NativeType)
{
    public override bool Lends => true;

    public override bool LendsDelegates => IsRead && Counterpart.Callbacks.Count > 0;

    public override FinishStage? Finish => IsWritten ? FinishStage.Elements : null;
}
