using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Whether an array initializer is text that lacks its NUL.</summary>
internal static class Terminators
{
    /// <summary>Whether a range goes on to the end, where a literal has its NUL.</summary>
    public static bool KeepsEnd(IOperation argument) => argument is IRangeOperation { RightOperand: null };

    /// <summary>True if the elements are constant bytes or chars and the last is seen not to be zero.</summary>
    public static bool IsUnterminated(ImmutableArray<IOperation> elements) =>
        elements.LastOrDefault() is { ConstantValue: { HasValue: true, Value: byte and not 0 or char and not '\0' or int and not 0 } };
}
