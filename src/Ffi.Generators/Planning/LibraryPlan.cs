using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>One generated file.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Types">The declarations around the members, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="TypeName">The library type's name, escaped.</param>
/// <param name="FullName">The same with <c>global::</c>.</param>
/// <param name="IsStruct">Whether the library type is a struct, so that it can exist without its constructor having run.</param>
/// <param name="LibraryName">The names of a static library; null for an instance library.</param>
/// <param name="SearchPath">The <c>DllImportSearchPath</c> that applies; null if none is set.</param>
/// <param name="Binding">Who looks up the symbols, and when.</param>
/// <param name="IsOptional">Whether the machine may lack the library, so that a property tells.</param>
/// <param name="SymbolsType">The name of the nested class that keeps the addresses.</param>
/// <param name="SymbolsField">The field that holds it, on an instance library.</param>
/// <param name="Slots">The addresses that are kept, each once.</param>
/// <param name="Others">The addresses of other libraries' functions that are kept.</param>
/// <param name="Functions">The functions that have a body.</param>
/// <param name="Variables">The variables that have accessors.</param>
/// <param name="Stubs">The functions that have an error.</param>
/// <param name="VariableStubs">The variables that have an error.</param>
/// <param name="ConstructorStub">What the constructor of an instance library throws that can't be bound; null elsewhere.</param>
/// <param name="AvailabilityStub">The same of the property that tells whether an optional library is there.</param>
/// <param name="Surroundings">What the file needs around it.</param>
/// <param name="IsBound">Whether the library as a whole can be bound, and has something to bind.</param>
/// <param name="Faults">Whether there are errors, and whether the compiler stops at them.</param>
/// <param name="Counterparts">The structs and objects that are converted, and that only the library itself can name.</param>
/// <param name="ChecksType">The name of the nested class that says what was declared, for bodies that test it.</param>
internal sealed record LibraryPlan(
    string FileName,
    string Namespace,
    EquatableArray<string> Types,
    string TypeName,
    string FullName,
    bool IsStruct,
    LibraryNameModel? LibraryName,
    int? SearchPath,
    BindingKind Binding,
    bool IsOptional,
    string SymbolsType,
    string SymbolsField,
    EquatableArray<SlotPlan> Slots,
    EquatableArray<OtherLibraryPlan> Others,
    EquatableArray<TrampolinePlan> Functions,
    EquatableArray<VariablePlan> Variables,
    EquatableArray<StubPlan> Stubs,
    EquatableArray<VariableStubPlan> VariableStubs,
    string? ConstructorStub,
    string? AvailabilityStub,
    SurroundingsModel Surroundings,
    bool IsBound,
    Faults Faults,
    EquatableArray<CounterpartPlan> Counterparts = default,
    string ChecksType = "Checks")
{
    /// <summary>The accessibility of the classes of entry points. What is obsolete to the degree of an error may be named by obsolete code
    /// only.</summary>
    public string AccessibilityOfCallbacks => Surroundings.MeetsObsoleteErrors ? "[global::System.Obsolete] private" : "private";

    /// <summary>Whether there is anything to write.</summary>
    public bool HasFile => IsBound || Stubs.Count + VariableStubs.Count > 0 || (ConstructorStub ?? AvailabilityStub) is not null;

    /// <summary>Whether its functions are bound to a library by name.</summary>
    public bool IsStatic => LibraryName is not null;

    /// <summary>Whether all symbols are looked up together.</summary>
    public bool IsEager => Binding == BindingKind.Eager;

    /// <summary>Whether the runtime binds its functions.</summary>
    public bool IsImported => Binding == BindingKind.Import && IsStatic;

    /// <summary>Whether a property tells of the library or one of its functions whether it is there.</summary>
    public bool TellsAvailability => IsOptional || Functions.Any(static function => function.Availability is not null);

    /// <summary>What the functions whose bodies test their declarations say of them.</summary>
    public EquatableArray<CheckPlan> Checks => Functions.Select(static function => function.Check).OfType<CheckPlan>().ToEquatableArray();

    /// <summary>What messages call the library.</summary>
    public string PlainName => LibraryName?.Name ?? FullName.Replace("global::", "");

    public bool HasFunctions => Slots.Any(static slot => !slot.IsVariable);

    public bool HasVariables => Slots.Any(static slot => slot.IsVariable);

    /// <summary>Whether a symbol is a C function that ends in <c>...</c>.</summary>
    public bool HasVariadics => Slots.Any(static slot => slot.IsVariadic);

    /// <summary>The entry points that native code calls meanwhile, each once.</summary>
    public IEnumerable<CallbackPlan> Callbacks => Functions.SelectMany(static function => function.Callbacks).Distinct();

    /// <summary>The <c>ICustomMarshaler</c>s that convert values, each once.</summary>
    public EquatableArray<CustomMarshalerPlan> CustomMarshalers =>
        Functions
            .SelectMany(static function => function.Marshalled)
            .Select(static value => value.Marshaller.Instance)
            .OfType<CustomMarshalerModel>()
            .Distinct()
            .Select(static marshaler => new CustomMarshalerPlan(
                CustomMarshalerPlan.FieldOf(marshaler),
                marshaler.ManagedType,
                marshaler.Type,
                marshaler.Cookie))
            .ToEquatableArray();
}
