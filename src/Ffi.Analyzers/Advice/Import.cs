using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>An import, as a <c>[NativeFunction]</c> would say it.</summary>
/// <param name="Attribute">The attribute that imports it.</param>
/// <param name="Library">The library's name.</param>
/// <param name="IsDllImport">Whether the runtime imports it, so that the declaration is <c>extern</c>.</param>
/// <param name="Encoding">The member of <c>StringMarshalling</c> that has to be said; else null.</param>
/// <param name="KeepsNoError">Whether it has to be said that the error number is not kept, because the library says that it is.</param>
/// <param name="Convention">A calling convention that has to be said; else null.</param>
/// <param name="Additions">What holds for an import unsaid, and has to be said now.</param>
internal sealed record Import(
    AttributeData Attribute,
    string Library,
    bool IsDllImport,
    string? Encoding,
    bool KeepsNoError,
    string? Convention,
    ImmutableArray<MarshalAsAddition> Additions);

/// <summary>A <c>[MarshalAs]</c> to add.</summary>
/// <param name="Ordinal">The parameter's place; -1 for the result.</param>
/// <param name="UnmanagedType">The member of <c>UnmanagedType</c>.</param>
internal sealed record MarshalAsAddition(int Ordinal, string UnmanagedType);

/// <summary>What became of reading an import.</summary>
/// <param name="Import">The import, where it can be converted.</param>
/// <param name="Obstacle">Why it can't, and what to do first. Both are null if the method is no import, or the compiler refuses it.</param>
internal readonly record struct ImportReading(Import? Import, string? Obstacle);
