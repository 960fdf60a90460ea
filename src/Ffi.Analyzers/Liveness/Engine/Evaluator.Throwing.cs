using Ffi.Analyzers.Liveness.Knowledge;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

// Calls that may throw.
internal sealed partial class Evaluator
{
    // A call that throws may have taken over, or written, what it was given before.
    private FlowState WithoutArguments(Call call, FlowState state)
    {
        IEnumerable<CallArgument> kept = call.Arguments.Where(a => a.Value.AllFacts.Any(f => f.Resource.IsOwned && f.Role == Role.Self)
            && !(FrameworkMethods.IsFramework(call.Method) && FrameworkMethods.IsReader(call.Method)) && !scope.Summaries.OnlyReads(call.Method, a.Parameter));
        FlowState thrown = state.Clone();
        foreach (CallArgument argument in kept)
        {
            Escape(argument.Value, thrown);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            ForgetBehind(argument, thrown);
        }

        return thrown;
    }

    private bool MayThrowHere(IMethodSymbol method) =>
        method.MethodKind != MethodKind.PropertyGet && !method.IsExtern
        && !FrameworkMethods.IsCollection(method)
        && !(FrameworkMethods.IsFramework(method) && method.Name != "ThrowExceptionForHR"
            && (method.IsUnder("System.Runtime.InteropServices") || method.IsIn("System.Runtime.CompilerServices") || method.IsIn("System.Buffers")))
        && !(FrameworkMethods.IsFramework(method) && method.ContainingType.Name is "Interlocked" or "Volatile" or "GC" or "Math" or "Span" or "ReadOnlySpan" or "MemoryExtensions" or "Debug" or "Monitor" or "IntPtr" or "UIntPtr")
        && method.Name is not ("Dispose" or "Close")
        && scope.Signatures.Read(method) is not { IsNative: true };

    // That one step of a clean-up fails and skips the others is not what a finally is written for.
    private bool IsCleaningUp()
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region != outermost; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Finally or ControlFlowRegionKind.Try)
            {
                return region.Kind == ControlFlowRegionKind.Finally;
            }
        }

        return false;
    }

    private bool IsGuarded()
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region != outermost; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                return true;
            }
        }

        return false;
    }
}
