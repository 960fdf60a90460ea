namespace Ffi.Generators.Planning;

/// <summary>The reasons why a declaration can't be bound. The number is that of the diagnostic: 1 is FFI0001.</summary>
internal enum ProblemId
{
    LibraryNotPartial = 1,
    LibraryGeneric = 2,
    LibraryKind = 3,
    LibraryNameMissing = 4,
    LibraryNameEmpty = 5,
    UnsafeNotAllowed = 6,
    MemberNameTaken = 7,
    FunctionOutsideLibrary = 8,
    FunctionNotPartial = 9,
    FunctionHasBody = 10,
    FunctionGeneric = 11,
    FunctionReturnsByReference = 12,
    FunctionVariableArguments = 13,
    FunctionMustBeStatic = 14,
    FunctionMustBeInstance = 15,
    EntryPointEmpty = 16,
    EntryPointDuplicate = 17,
    CallingConventionUnknown = 18,
    TypeCannotCross = 19,
    StructNotBlittable = 20,
    MarshalAsUnsupported = 21,
    FunctionKind = 22,
    FunctionExtern = 23,
    FunctionAlsoImported = 24,
    ConstructorImpossible = 25,
    VariadicOutOfRange = 26,
    MarshallerUnfit = 27,
    RetainedIsBorrowed = 28,
    LastErrorUnfit = 29,
    HandleNotConstructible = 30,
    FreedIsBorrowed = 31,
    LanguageTooOld = 32,

    CallbackCannotCross = 40,
    DelegateRetained = 41,
    CallbackMethodUnfit = 42,

    OptionUnfit = 50,
}
