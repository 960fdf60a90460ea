namespace Ffi.Bindgen.Clang;

/// <summary>The part of libclang's C interface that reads headers: what libclang 14 has, so that a system's library serves too.</summary>
/// <remarks>It is an instance library, because which file is loaded is decided at run time: see <see cref="ClangLoader"/>.</remarks>
[NativeLibrary]
internal sealed partial class LibClang
{
    [NativeFunction("clang_getClangVersion")] public partial ClangText Version();

    [NativeFunction("clang_createIndex")] public partial nint CreateIndex(int excludeDeclarations, int displayDiagnostics);
    [NativeFunction("clang_disposeIndex")] public partial void DisposeIndex([Frees] nint index);

    [NativeFunction("clang_parseTranslationUnit2")]
    public partial int Parse(
        IndexHandle index,
        string path,
        string[] arguments,
        int argumentCount,
        ReadOnlySpan<UnsavedFile> unsavedFiles,
        uint unsavedCount,
        ParseOptions options,
        out nint unit);

    [NativeFunction("clang_disposeTranslationUnit")]
    public partial void DisposeUnit([Frees] nint unit);

    [NativeFunction("clang_getTranslationUnitCursor")]
    public partial Cursor RootOf(UnitHandle unit);

    [NativeFunction("clang_getNumDiagnostics")] public partial uint DiagnosticCount(UnitHandle unit);
    [NativeFunction("clang_getDiagnostic")] public partial nint GetDiagnostic(UnitHandle unit, uint index);
    [NativeFunction("clang_getDiagnosticSeverity")] public partial int SeverityOf(nint diagnostic);
    [NativeFunction("clang_getDiagnosticSpelling")] public partial ClangText MessageOf(nint diagnostic);
    [NativeFunction("clang_getDiagnosticLocation")] public partial ClangLocation LocationOfDiagnostic(nint diagnostic);
    [NativeFunction("clang_disposeDiagnostic")] public partial void DisposeDiagnostic([Frees] nint diagnostic);

    [NativeFunction("clang_visitChildren")] public partial uint VisitChildren(Cursor parent, Visitor visitor, nint user);
    [NativeFunction("clang_Type_visitFields")] public partial uint VisitFields(ClangType record, FieldVisitor visitor, nint user);

    [NativeFunction("clang_getCursorSpelling")] public partial ClangText NameOf(Cursor cursor);
    [NativeFunction("clang_getCursorType")] public partial ClangType TypeOf(Cursor cursor);
    [NativeFunction("clang_getCursorLocation")] public partial ClangLocation LocationOf(Cursor cursor);
    [NativeFunction("clang_getCursorExtent")] public partial ClangRange ExtentOf(Cursor cursor);
    [NativeFunction("clang_getCursorDefinition")] public partial Cursor DefinitionOf(Cursor cursor);
    [NativeFunction("clang_getCanonicalCursor")] public partial Cursor CanonicalOf(Cursor cursor);
    [NativeFunction("clang_isCursorDefinition")] public partial uint IsDefinition(Cursor cursor);
    [NativeFunction("clang_Cursor_isNull")] public partial int IsNull(Cursor cursor);
    [NativeFunction("clang_Cursor_isAnonymous")] public partial uint IsAnonymous(Cursor cursor);
    [NativeFunction("clang_Cursor_hasAttrs")] public partial uint HasAttributes(Cursor cursor);
    [NativeFunction("clang_Cursor_getRawCommentText")] public partial ClangText CommentOf(Cursor cursor);
    [NativeFunction("clang_getCursorPrettyPrinted")] public partial ClangText PrettyPrint(Cursor cursor, nint policy);
    [NativeFunction("clang_getCursorPrintingPolicy")] public partial nint PolicyOf(Cursor cursor);
    [NativeFunction("clang_PrintingPolicy_setProperty")] public partial void SetPolicy(nint policy, int property, uint value);
    [NativeFunction("clang_PrintingPolicy_dispose")] public partial void DisposePolicy([Frees] nint policy);

    [NativeFunction("clang_Cursor_getNumArguments")] public partial int ArgumentCount(Cursor function);
    [NativeFunction("clang_Cursor_getArgument")] public partial Cursor ArgumentOf(Cursor function, uint index);
    [NativeFunction("clang_Cursor_isFunctionInlined")] public partial uint IsInline(Cursor function);
    [NativeFunction("clang_Cursor_getStorageClass")] public partial StorageClass StorageOf(Cursor cursor);
    [NativeFunction("clang_Cursor_isMacroFunctionLike")] public partial uint IsFunctionLike(Cursor macro);
    [NativeFunction("clang_Cursor_isMacroBuiltin")] public partial uint IsBuiltin(Cursor macro);
    [NativeFunction("clang_getTypedefDeclUnderlyingType")] public partial ClangType UnderlyingTypeOf(Cursor definition);
    [NativeFunction("clang_getEnumDeclIntegerType")] public partial ClangType IntegerTypeOf(Cursor definition);
    [NativeFunction("clang_getEnumConstantDeclValue")] public partial long ValueOf(Cursor member);
    [NativeFunction("clang_getEnumConstantDeclUnsignedValue")] public partial ulong UnsignedValueOf(Cursor member);
    [NativeFunction("clang_Cursor_getOffsetOfField")] public partial long BitOffsetOf(Cursor field);
    [NativeFunction("clang_Cursor_isBitField")] public partial uint IsBitfield(Cursor field);
    [NativeFunction("clang_getFieldDeclBitWidth")] public partial int BitWidthOf(Cursor field);

    [NativeFunction("clang_getCanonicalType")] public partial ClangType CanonicalTypeOf(ClangType type);
    [NativeFunction("clang_getPointeeType")] public partial ClangType PointeeOf(ClangType type);
    [NativeFunction("clang_getElementType")] public partial ClangType ElementOf(ClangType type);
    [NativeFunction("clang_getNumElements")] public partial long LengthOf(ClangType type);
    [NativeFunction("clang_getTypeDeclaration")] public partial Cursor DeclarationOf(ClangType type);
    [NativeFunction("clang_Type_getNamedType")] public partial ClangType NamedTypeOf(ClangType type);
    [NativeFunction("clang_Type_getModifiedType")] public partial ClangType ModifiedTypeOf(ClangType type);
    [NativeFunction("clang_Type_getValueType")] public partial ClangType ValueTypeOf(ClangType type);
    [NativeFunction("clang_isConstQualifiedType")] public partial uint IsConst(ClangType type);
    [NativeFunction("clang_Type_getSizeOf")] public partial long SizeOf(ClangType type);
    [NativeFunction("clang_Type_getAlignOf")] public partial long AlignmentOf(ClangType type);
    [NativeFunction("clang_getTypeSpelling")] public partial ClangText SpellingOf(ClangType type);
    [NativeFunction("clang_getResultType")] public partial ClangType ResultOf(ClangType function);
    [NativeFunction("clang_getNumArgTypes")] public partial int ParameterCount(ClangType function);
    [NativeFunction("clang_getArgType")] public partial ClangType ParameterOf(ClangType function, uint index);
    [NativeFunction("clang_isFunctionTypeVariadic")] public partial uint IsVariadic(ClangType function);
    [NativeFunction("clang_getFunctionTypeCallingConv")] public partial ClangConvention ConventionOf(ClangType function);

    [NativeFunction("clang_Cursor_Evaluate")] public partial nint Evaluate(Cursor variable);
    [NativeFunction("clang_EvalResult_getKind")] public partial EvaluationKind KindOf(nint result);
    [NativeFunction("clang_EvalResult_isUnsignedInt")] public partial uint IsUnsigned(nint result);
    [NativeFunction("clang_EvalResult_getAsLongLong")] public partial long AsInteger(nint result);
    [NativeFunction("clang_EvalResult_getAsUnsigned")] public partial ulong AsUnsigned(nint result);
    [NativeFunction("clang_EvalResult_getAsDouble")] public partial double AsDouble(nint result);
    [NativeFunction("clang_EvalResult_getAsStr")] public partial nint AsText(nint result);
    [NativeFunction("clang_EvalResult_dispose")] public partial void DisposeResult([Frees] nint result);

    [NativeFunction("clang_getExpansionLocation")]
    public partial void Locate(ClangLocation location, out nint file, out uint line, out uint column, out uint offset);

    [NativeFunction("clang_getRangeStart")]
    public partial ClangLocation StartOf(ClangRange range);

    [NativeFunction("clang_getRangeEnd")]
    public partial ClangLocation EndOf(ClangRange range);

    [NativeFunction("clang_getFileName")]
    public partial ClangText FileNameOf(nint file);

    [NativeFunction("clang_getIncludedFile")]
    public partial nint IncludedFileOf(Cursor inclusion);

    [NativeFunction("clang_getCString")] public partial nint CharactersOf(ClangText text);
    [NativeFunction("clang_disposeString")] public partial void DisposeText(ClangText text);
}
