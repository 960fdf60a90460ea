using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Engine;

// Addresses: fixed, &x, and the memory that a ref points to.
internal sealed partial class Evaluator
{
    private Value EvaluateFixed(ILocalSymbol local, IOperation initializer, FlowState state)
    {
        IOperation source = initializer;
        while (source.Kind == OperationKind.None && source.ChildOperations.Count == 1)
        {
            source = source.ChildOperations.First();
        }

        Value pinned = FixedValue(local, source, state);
        state.Variables[local] = pinned;
        return pinned;
    }

    private Value FixedValue(ILocalSymbol local, IOperation source, FlowState state)
    {
        Value value;
        if (source is IAddressOfOperation addressOf)
        {
            value = OriginOf(addressOf.Reference, state);
            bool isOnStack = IsByRefParameter(addressOf.Reference) && MethodText.Contains("Stack");
            if (isOnStack || (value.Facts.IsEmpty && !IsByRefParameter(addressOf.Reference)))
            {
                // What a reference from the caller refers to is said to be on the stack: fixed is only the way to its address.
                return Value.Unknown;
            }
        }
        else if (source is IFieldReferenceOperation { Field.IsFixedSizeBuffer: true })
        {
            value = OriginOf(source, state);
            if (value.Facts.IsEmpty)
            {
                return Value.Unknown;
            }
        }
        else
        {
            value = Evaluate(source, state);
            Use(value, source.Syntax, UseKind.Dereference, source.Syntax.ToString(), state);
            bool isPinnable = source.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || Types.IsSpan(source.Type)
                || (source.Type is not null && scope.Summaries.PinsManagedMemory(source.Type));
            if (!isPinnable || source.ConstantValue.HasValue || (value.Facts.IsEmpty && Types.IsSpan(source.Type)))
            {
                return Value.Of(value.AsAddress().Facts);
            }
        }

        // Memory that doesn't move: the fixed statement changes nothing about how long the address is good.
        if (value.Facts.Any(f => f.Resource.Kind is ResourceKind.Stack or ResourceKind.Static or ResourceKind.NativeMemory
            or ResourceKind.PinnedBuffer or ResourceKind.Handle or ResourceKind.MemoryPin) || (Types.IsSpan(source.Type) && value.Facts.Any(f => IsUnknownSpan(f.Resource))))
        {
            return value.AsAddress();
        }

        // Neither does it where a handle pins the object already.
        if (IsPinnedByName(source.Syntax) || IsComparedToAPointer(local) || state.Statuses.Any(s => s.Key is { Kind: ResourceKind.Handle, IsPinned: true } && s.Value.Released is null && s.Key.Targets.Any(t => value.Facts.Any(f => f.Resource == t))))
        {
            return Value.Unknown;
        }

        Resource region = Get(ResourceKind.FixedRegion, (SyntaxNode?)local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? source.Syntax, local.Name);
        state.Begin(region);
        region.Symbol = local;
        region.IsText = source.Type?.SpecialType == SpecialType.System_String ? !IsFreshText(source, state) : value.Facts.Any(f => f.Resource.IsText);
        region.Targets = [.. value.Facts.Select(f => f.Resource.Kind == ResourceKind.Movable ? f.Resource.Targets.FirstOrDefault() ?? f.Resource : f.Resource)];
        IEnumerable<Fact> leased = value.AsAddress().Facts.Where(f => f.Resource.Kind is ResourceKind.Pooled or ResourceKind.Opaque or ResourceKind.Unterminated);
        return Value.Of(leased.Concat([new(region, Role.Address)]));
    }

    // offset = p - start: the parameter p points into the same memory, so the caller has pinned it.
    private bool IsComparedToAPointer(ILocalSymbol local) =>
        root.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(difference => difference.IsKind(SyntaxKind.SubtractExpression)
            && difference is { Left: IdentifierNameSyntax { Identifier.ValueText: { } pointer }, Right: IdentifierNameSyntax { Identifier.ValueText: { } start } }
            && start == local.Name && scope.Method?.Parameters.Any(p => p.Name == pointer && p.Type is IPointerTypeSymbol) == true);

    // _pinnedSocketAddress.Buffer; or what a handle was made for in the same words, a[i] among them.
    private bool IsPinnedByName(SyntaxNode source)
    {
        string text = (source is CastExpressionSyntax cast ? cast.Expression : source).ToString();
        return text.IndexOf("pinned", StringComparison.OrdinalIgnoreCase) >= 0 || MethodText.Contains($"GCHandle.Alloc({text}, GCHandleType.Pinned)");
    }

    // What a span from elsewhere points to is the caller's knowledge, unless the caller is of the kind that passes arrays.
    private static bool IsUnknownSpan(Resource resource) =>
        IsSaidToBePinned(resource.Symbol)
        || (!resource.IsText && resource.Kind == ResourceKind.Opaque && resource.Symbol is not IParameterSymbol && resource.Site is not (IdentifierNameSyntax or MemberAccessExpressionSyntax));

    // void SetChunk(Span<byte> pinnedData), void SetPinnedChunk(Span<byte> data), class UnmanagedMemory { UnmanagedMemory(Span<byte> data) }: the caller keeps a pin.
    private static bool IsSaidToBePinned(ISymbol? symbol) =>
        symbol is IParameterSymbol { Name: { } name, ContainingSymbol: { Name: { } method, ContainingType.Name: { } type } }
        && (SpeaksOfPin(name) || SpeaksOfPin(method) || method.Contains("Fixed") || type.StartsWith("Unmanaged", StringComparison.Ordinal));

    private static bool SpeaksOfPin(string name) => name.Contains("Pinned") || name.StartsWith("pinned", StringComparison.Ordinal);

    // A string that this method has just made is not shared yet; writing it is how some old code fills one.
    private bool IsFreshText(IOperation source, FlowState state) =>
        source is IObjectCreationOperation || Peek(source, state).Facts.Any(f => f.Resource.Kind == ResourceKind.Fresh);

    // A span over the text of a string that others may share.
    private Value SharedText(IOperation text, FlowState state)
    {
        if (text.ConstantValue.HasValue || IsFreshText(text, state))
        {
            return Value.Unknown;
        }

        Resource shared = Get(ResourceKind.Opaque, text.Syntax, text.Syntax.ToString());
        shared.IsText = true;
        shared.IsRooted = true;
        return Value.Of(shared, Role.Address);
    }

    private static bool IsByRefParameter(IOperation operation) => operation is IParameterReferenceOperation { Parameter.RefKind: not RefKind.None };

    private Value EvaluateAddressOf(IAddressOfOperation addressOf, FlowState state)
    {
        if (addressOf.Reference is IMethodReferenceOperation method)
        {
            bool isManaged = addressOf.Type is IFunctionPointerTypeSymbol { Signature.CallingConvention: System.Reflection.Metadata.SignatureCallingConvention.Default };
            return isManaged ? Value.Of(Get(ResourceKind.ManagedCode, addressOf.Syntax, method.Method.Name), Role.Address) : Value.Unknown;
        }

        Value origin = OriginOf(addressOf.Reference, state);
        return origin.Facts.Any(f => f.Resource.Kind == ResourceKind.Movable) ? Value.Unknown : origin;
    }

    /// <summary>The memory that a reference points to: the frame, an object that may move, memory of some resource; or unknown.</summary>
    private Value OriginOf(IOperation reference, FlowState state)
    {
        switch (reference)
        {
            case IConversionOperation conversion:
                return OriginOf(conversion.Operand, state);

            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } alias:
                return state.Variables.TryGetValue(alias.Local, out Value? aliased) ? Value.Of(aliased.Facts) : Value.Unknown;

            case ILocalReferenceOperation { Local: { } local }:
                return writtenByClosures.Contains(local.Name) ? Value.Unknown : Frame(local, reference.Syntax, state);

            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when !writtenByClosures.Contains(parameter.Name):
                return Frame(parameter, reference.Syntax, state);

            case IFieldReferenceOperation { Field.RefKind: not RefKind.None }:
                return Value.Unknown;

            case IFieldReferenceOperation { Instance: { } instance } field:
                if (instance is IInstanceReferenceOperation || instance.Type?.IsValueType == false)
                {
                    bool isObject = instance.Type is { IsValueType: false } && !field.Field.IsFixedSizeBuffer;
                    return isObject || instance.Type?.IsValueType == false ? Movable(reference, [], state) : Value.Unknown;
                }

                return OriginOf(instance, state);

            case IArrayElementReferenceOperation element:
                return ArrayMemory(reference, Evaluate(element.ArrayReference, state), state);

            case IPropertyReferenceOperation { Instance: { } span, Property.IsIndexer: true } when Types.IsSpan(span.Type):
                return SpanMemory(reference, Evaluate(span, state), state);

            case IInvocationOperation call:
                return OriginOfResult(call, state);

            case { } when IsDereference(reference):
                return Evaluate(reference.ChildOperations.First(), state).AsAddress();

            default:
                return Value.Unknown;
        }
    }

    private Value OriginOfResult(IInvocationOperation call, FlowState state)
    {
        string key = $"{call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}";
        switch (key)
        {
            case "MemoryMarshal.GetReference":
                return SpanMemory(call, Evaluate(call.Arguments[0].Value, state), state);
            case "MemoryMarshal.GetArrayDataReference":
                return ArrayMemory(call, Evaluate(call.Arguments[0].Value, state), state);
            case "String.GetPinnableReference":
                Evaluate(call, state);
                Value text = Movable(call, [], state);
                text.Facts[0].Resource.IsText = call.Instance is { } instance && !IsFreshText(instance, state);
                return text;
            case "Span.GetPinnableReference" or "ReadOnlySpan.GetPinnableReference" when call.Instance is { } span:
                return SpanMemory(call, Evaluate(span, state), state);
            case "Unsafe.As" or "Unsafe.Add" or "Unsafe.Subtract" or "Unsafe.AddByteOffset" or "Unsafe.SubtractByteOffset" or "Unsafe.AsRef"
                when call.Arguments.Length > 0:
                IOperation first = call.Arguments[0].Value;
                return call.Arguments[0].Parameter?.RefKind == RefKind.None ? Evaluate(first, state).AsAddress() : OriginOf(first, state);
            default:
                Evaluate(call, state);
                return Value.Unknown;
        }
    }

    private Value Frame(ISymbol variable, SyntaxNode site, FlowState state)
    {
        SyntaxNode declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? site;
        Resource frame = Get(ResourceKind.Stack, declaration, variable.Name);
        frame.Symbol = variable;
        state.Statuses[frame] = state.StatusOf(frame) with { Released = null };
        return Value.Of(frame, Role.Address);
    }

    private Value ArrayMemory(IOperation reference, Value array, FlowState state) =>
        array.Facts.Any(f => f.Resource.Kind is ResourceKind.Static) ? array.AsAddress()
        : array.Facts.IsEmpty ? Value.Unknown
        : Movable(reference, [.. array.Facts.Select(f => f.Resource)], state);

    private Value SpanMemory(IOperation reference, Value span, FlowState state) =>
        !IsMarshallersBuffer() && !span.Facts.Any(f => IsSaidToBePinned(f.Resource.Symbol)) && span.Facts.Any(f => f.Resource.Kind is ResourceKind.Fresh or ResourceKind.Pooled || (f.Resource.Kind == ResourceKind.Opaque && f.Resource.Symbol is IParameterSymbol or IFieldSymbol && !Types.IsAddress(f.Resource.Type) && !IsFrameField(f.Resource.Symbol)))
            ? Movable(reference, [.. span.Facts.Select(f => f.Resource)], state)
            : span.AsAddress();

    // A custom marshaller is given scratch space on the stack of the generated code.
    private bool IsMarshallersBuffer() => scope.Method is { Name: "FromManaged" } or { ContainingType.IsRefLikeType: true };

    // A span kept in a ref struct is as likely on the stack as not.
    private static bool IsFrameField(ISymbol symbol) => symbol is IFieldSymbol { ContainingType.IsRefLikeType: true };

    private Value Movable(IOperation reference, ImmutableArray<Resource> targets, FlowState state)
    {
        Resource movable = Get(ResourceKind.Movable, reference.Syntax, reference.Syntax.ToString());
        movable.Targets = targets;
        if (!state.Statuses.ContainsKey(movable))
        {
            state.Statuses[movable] = Status.Live;
        }

        // A ref to it is safe; only as a pointer is it an address that the collector doesn't know.
        return Value.Of(movable, Role.Self);
    }
}
